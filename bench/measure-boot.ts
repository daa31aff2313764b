import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workFolder } from './child';
import { median } from './numbers';
import { Service } from './service';
import { LOCATION } from './webhooks';

const CONVERSATIONS = 10_000;
const FILES_AT_ONCE = 100;
const BOOTS = 3;

/**
 * Starts the service on a folder with 10,000 conversations.
 * @param source whose conversations are copied, so that the files are what the service itself writes.
 * @returns milliseconds from the start of the process to the first good answer of `/health`, the median of 3.
 */
export async function measureBoot(ghlPort: number, source: Service, contactIds: readonly string[]): Promise<number> {
  const dataDir = join(workFolder, 'boot');
  await writeConversations(join(dataDir, 'conversations'), source, contactIds);
  const boots: number[] = [];
  for (let boot = 0; boot < BOOTS; boot += 1) {
    const service = await Service.start('boot', ghlPort, { dataDir });
    boots.push(service.bootMs);
    await service.child.stop();
  }
  return median(boots);
}

async function writeConversations(folder: string, source: Service, contactIds: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const templates = contactIds.map((contactId) => ({
    contactId,
    text: readFileSync(join(source.dataDir, 'conversations', fileName(contactId)), 'utf8'),
  }));
  for (let begin = 0; begin < CONVERSATIONS; begin += FILES_AT_ONCE) {
    const numbers = Array.from({ length: FILES_AT_ONCE }, (_, index) => begin + index);
    await Promise.all(numbers.map((number) => writeCopy(folder, number, templates[number % templates.length])));
  }
}

async function writeCopy(folder: string, number: number, template?: { contactId: string; text: string }) {
  if (!template) throw new Error('there is no conversation to copy');
  const contactId = `boot${number}`;
  await writeFile(join(folder, fileName(contactId)), template.text.replaceAll(template.contactId, contactId));
}

function fileName(contactId: string): string {
  return `${contactId}_${LOCATION}.json`;
}
