import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxHost } from '../ghl';
import { createApp, listen } from '../start-app';
import { DemoStage } from './demo-stage';
import type { DemoScene } from './demo-stage';

const BUYER: DemoScene = {
  title: 'A buyer',
  contact: { id: 'demoBuyer', firstName: 'Maria', phone: '+12145550142', timezone: 'America/Chicago' },
  texts: [
    'Hi, saw your sign. We are looking to buy a house',
    'Frisco or McKinney, 3 bed 2 bath',
    'somewhere around 450 to 550k',
    'already pre-approved with our bank, we hope to move within 45 days',
    'the first one works',
  ],
  goals: [
    { title: 'the lead is hot', isMet: (file) => file.lead_temperature === 'hot' },
    { title: 'budget, area, timeline and financing are known', isMet: (file) => knowsAll(file.lead_preferences) },
    {
      title: 'an appointment is booked in the CRM',
      isMet: (_, crm) => crm.appointments(BUYER.contact.id).length === 1,
    },
    { title: 'the CRM has the tag hot-lead', isMet: (_, crm) => hasTag(crm.contact(BUYER.contact.id), 'hot-lead') },
    { title: 'a person has a task', isMet: (_, crm) => crm.tasks(BUYER.contact.id).length > 0 },
  ],
};

const SELLER: DemoScene = {
  title: 'A seller',
  contact: { id: 'demoSeller', firstName: 'David', phone: '+12145550177', timezone: 'America/Chicago' },
  texts: [
    'I am thinking about selling my house in Plano',
    'got a new job in Denver so we are relocating',
    'no that would be fine',
    'it is move in ready, we redid the kitchen last year',
    'I would take 485k',
  ],
  goals: [
    { title: 'all four questions are answered', isMet: (file) => file.seller_questions_answered === 4 },
    { title: 'the seller is hot', isMet: (file) => file.seller_temperature === 'hot' },
    {
      title: 'the CRM has the tag hot-seller',
      isMet: (_, crm) => hasTag(crm.contact(SELLER.contact.id), 'hot-seller'),
    },
    { title: 'a person has a task', isMet: (_, crm) => crm.tasks(SELLER.contact.id).length > 0 },
  ],
};

/** The main job in one command: signed webhooks of two conversations over HTTP, against the stand-in CRM. */
async function main(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jorge-demo-'));
  const adminToken = 'demo';
  const app = await createApp({ PORT: '0', DATA_DIR: dataDir, ADMIN_TOKEN: adminToken, LOG_LEVEL: 'silent' });
  try {
    const url = await listen(app);
    const { crm } = app.get(SandboxHost, { strict: false });
    if (crm === null) throw new Error('the demo runs in sandbox mode only');
    console.log(`\nJorge Bots on ${url}, with a stand-in CRM and no network but this machine.\n`);
    const stage = new DemoStage(crm, { url, adminToken, dataDir });
    const missed = [...(await stage.play(BUYER)), ...(await stage.play(SELLER))];
    console.log(missed.length === 0 ? 'Everything happened. Next: npm start' : `Missed:\n${missed.join('\n')}`);
    return missed.length === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

function knowsAll({ budget_max, areas, timeline, financing }: Readonly<Record<string, unknown>>): boolean {
  return (
    budget_max !== null && Array.isArray(areas) && areas.length > 0 && timeline !== 'unknown' && financing !== 'unknown'
  );
}

function hasTag(contact: { readonly tags: readonly string[] }, tag: string): boolean {
  return contact.tags.includes(tag);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
