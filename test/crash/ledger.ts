/** A text that the harness had delivered, and what the service answered to it. */
export interface SentText {
  readonly webhookId: string;
  readonly contactId: string;
  /** Occurs in the text and in no other. */
  readonly token: string;
  /** GHL's id of the text; known once its webhook is on its way. */
  messageId: string | null;
  /** Position among all acknowledgements; `null` while the service has not answered 200. */
  acknowledgedAs: number | null;
  /** The answers, in the order in which they came; 0: none. */
  readonly statuses: number[];
}

/** Remembers every text, by its webhook id, in the order in which they were sent. */
export class Ledger {
  readonly texts = new Map<string, SentText>();
  /** Webhooks that were sent a second time on purpose. */
  duplicates = 0;
  /** Called at every 200. */
  onAcknowledged: () => void = () => undefined;
  private acknowledgements = 0;

  /** @returns the text's record, with a webhook id and a token of its own. */
  begin(contactId: string): SentText {
    const number = this.texts.size;
    const webhookId = `hook-${number}`;
    const text = { webhookId, contactId, token: tokenOf(number), messageId: null, acknowledgedAs: null, statuses: [] };
    this.texts.set(webhookId, text);
    return text;
  }

  /** Takes down the answer to a webhook; those that are not texts are passed over. */
  note(webhookId: string, messageId: string | null, status: number): void {
    const text = this.texts.get(webhookId);
    if (!text) return;
    text.messageId ??= messageId;
    text.statuses.push(status);
    if (status !== 200) return;
    text.acknowledgedAs ??= this.acknowledgements++;
    this.onAcknowledged();
  }

  /** The texts of each contact. */
  byContact(): ReadonlyMap<string, readonly SentText[]> {
    const byContact = new Map<string, SentText[]>();
    for (const text of this.texts.values()) {
      const own = byContact.get(text.contactId);
      if (own) own.push(text);
      else byContact.set(text.contactId, [text]);
    }
    return byContact;
  }

  acknowledged(): readonly SentText[] {
    return [...this.texts.values()].filter(({ acknowledgedAs }) => acknowledgedAs !== null);
  }
}

/** Letters only: a number would be read as a price. All of one length, so that none is part of another. */
function tokenOf(number: number): string {
  const letters = 'bdfghjklmnpqrtvw';
  const digits = number.toString(16).padStart(5, '0');
  return `xq${Array.from(digits, (digit) => letters.charAt(parseInt(digit, 16))).join('')}`;
}
