import { Injectable } from '@nestjs/common';
import { CodedException } from '../../http';
import { ConversationArchive, ConversationManager } from '../state';
import type { Conversation } from '../state';

/** Finds the conversation that a route is about. */
@Injectable()
export class ConversationLookup {
  constructor(
    private readonly manager: ConversationManager,
    private readonly archive: ConversationArchive,
  ) {}

  /**
   * @param locationId needed only when the contact is known in several locations.
   * @throws {CodedException} 404 when there is none, 400 when there are several.
   */
  async require(contactId: string, locationId: string | undefined): Promise<Conversation> {
    const found = await this.all(contactId, locationId);
    const [conversation] = found;
    if (conversation === undefined) {
      throw new CodedException(404, 'conversation_not_found', 'There is no conversation with this contact.');
    }
    if (found.length === 1) return conversation;
    throw new CodedException(400, 'location_id_needed', 'The contact is known in several locations: add location_id.');
  }

  private async all(contactId: string, locationId: string | undefined): Promise<readonly Conversation[]> {
    if (locationId === undefined) return this.archive.ofContact(contactId);
    const conversation = await this.manager.find(contactId, locationId);
    return conversation ? [conversation] : [];
  }
}
