import { countSeptets } from './gsm';
import { isUnsaid } from './labels';
import type { Played, PlayedFile, PlayedTurn } from './played';

/** Three segments of a long SMS. */
const MAX_SEPTETS = 459;

type Fact = keyof PlayedFile['lead_preferences'];
type Asked = NonNullable<PlayedFile['bot_state']['pending_question']>;

/** The facts that make a question needless, per bot. Which bot it is and which time suits are not facts of the file. */
const KNOWN_BY: Readonly<Record<'lead' | 'seller', Readonly<Partial<Record<Asked, readonly Fact[]>>>>> = {
  lead: {
    area: ['areas'],
    budget: ['budget_min', 'budget_max'],
    financing: ['financing'],
    timeline: ['timeline'],
    motivation: ['motivation'],
  },
  seller: {
    motivation: ['motivation'],
    timeline: ['timeline_acceptable'],
    condition: ['property_condition'],
    price: ['price_expectation'],
  },
};

/** @returns what happened that may happen in no conversation, a line each. */
export function findViolations({ turns }: Played): readonly string[] {
  return turns.flatMap((turn, index) => {
    const before = turns[index - 1] ?? null;
    const earlier = turns.slice(0, index).flatMap(({ replies }) => replies);
    return [
      ...(turn.replies.length > 1 ? ['more than one reply'] : []),
      ...(isSentAfterOptOut(turn, before) ? ['a reply after the opt-out was confirmed'] : []),
      ...askedInVain(turn),
      ...[...earlier.slice(-1), ...turn.replies].flatMap((reply, at, all) =>
        at > 0 && reply === all[at - 1] ? ['the reply before it again'] : [],
      ),
      ...turn.replies.flatMap(unfit),
    ].map((what) => `"${turn.text}": ${what}`);
  });
}

function isSentAfterOptOut({ file, replies }: PlayedTurn, before: PlayedTurn | null): boolean {
  return before?.file.opted_out === true && file.opted_out && replies.length > 0;
}

/** A pending question was asked just now if the reply asks anything. */
function askedInVain({ file, replies }: PlayedTurn): readonly string[] {
  const { pending_question: question } = file.bot_state;
  if (question === null || file.bot_type === null || !replies.some((reply) => reply.includes('?'))) return [];
  const facts = { ...file.lead_preferences, ...file.seller_preferences };
  const known = KNOWN_BY[file.bot_type][question]?.find((name) => !isUnsaid(facts[name] ?? null));
  return known === undefined ? [] : [`asked for the ${question}, although ${known} is known`];
}

function unfit(reply: string): readonly string[] {
  const septets = countSeptets(reply);
  if (septets === null) return [`a reply with characters outside GSM-7: ${reply}`];
  return septets > MAX_SEPTETS ? [`a reply of ${septets} characters`] : [];
}
