import { eventually, expectThat, passed } from './check';
import type { Bench, Verdict } from './check';
import { TITLE } from './marks';

const A_MINUTE_MS = 60_000;

function textOf({ runId }: Bench, number: number): string {
  return `${TITLE} ${runId}, text ${number} of 2. Nothing to do.`;
}

/** The two texts that go out, and the ways to read them again. */
export const messageChecks = {
  sendSms: async (bench: Bench): Promise<Verdict> => {
    const id = await bench.client.sendSms(bench.plan.phone, textOf(bench, 1));
    expectThat(id !== null, 'the text was not sent');
    return passed('by phone number; look at the phone');
  },
  sendMessage: async (bench: Bench): Promise<Verdict> => {
    const id = await bench.client.sendMessage(bench.contactId, textOf(bench, 2));
    expectThat(id !== null, 'the text was not sent');
    return passed('by contact; look at the phone');
  },
  getMessages: async (bench: Bench): Promise<Verdict> => {
    const look = async () => {
      const messages = await bench.client.getMessages(bench.contactId);
      expectThat(messages !== false, 'the messages cannot be read');
      return [1, 2].every((number) => messages.some(({ body }) => body.startsWith(textOf(bench, number))));
    };
    await eventually(look, bench.patienceMs, 'the two texts do not show');
    return passed('both texts show in the conversation');
  },
  exportMessages: async (bench: Bench): Promise<Verdict> => {
    const look = async () => {
      const query = { sinceMs: bench.startedMs - A_MINUTE_MS, untilMs: Date.now() + A_MINUTE_MS };
      const messages = await bench.client.exportMessages(query);
      expectThat(messages !== false, 'the export cannot be read');
      return messages.some(({ contactId, body }) => contactId === bench.contactId && body.includes(bench.runId));
    };
    await eventually(look, bench.patienceMs, 'the texts do not show in the export');
    return passed('the texts show in the export');
  },
};
