import { loadBusinessProfile } from '../../src/config/business-profile';
import { understandText } from '../../src/conversation/understanding';
import type { Question, ServiceArea } from '../../src/conversation/understanding';
import { isLabelled, isUnsaid } from './labels';
import type { LabelledText } from './labels';

/** Facts that labels are complete for. */
const FACTS = [
  'budgetMinUsd',
  'budgetMaxUsd',
  'priceExpectationUsd',
  'timeline',
  'timelineAcceptable',
  'areas',
  'financing',
  'beds',
  'baths',
  'motivation',
  'propertyCondition',
] as const;
const SIGNALS = ['wantsHuman', 'wrongNumber', 'autoReply'] as const;
const ROUTES: Readonly<Record<string, string>> = { buy: 'buyer', sell: 'seller', both: 'both' };
const CONSENTS = { stop: 'opt_out', start: 'opt_in', help: 'help', none: 'none' } as const;

/** How often a thing was right; a wrong value counts as missed and as invented. */
export interface Tally {
  readonly right: number;
  readonly missed: number;
  readonly invented: number;
}

export interface Score {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** One line per mistake. */
  readonly mistakes: readonly string[];
  /** Texts in which no fact was invented. */
  readonly clean: number;
  readonly total: number;
}

interface Judgement {
  readonly name: string;
  readonly isFact: boolean;
  readonly expected: unknown;
  readonly value: unknown;
}

/** Reads every text with the pattern engine and compares. */
export function scoreTexts(texts: readonly LabelledText[]): Score {
  const { serviceAreas } = loadBusinessProfile('config/business.json');
  const tallies = new Map<string, Tally>();
  const mistakes: string[] = [];
  let clean = 0;
  for (const label of texts) {
    const judgements = judge(label, serviceAreas).filter(
      ({ expected, value }) => !isUnsaid(expected) || !isUnsaid(value),
    );
    for (const judgement of judgements) tally(tallies, judgement);
    const wrong = judgements.filter(isWrong);
    mistakes.push(...wrong.map((judgement) => describe(label, judgement)));
    if (!wrong.some(({ isFact, value }) => isFact && !isUnsaid(value))) clean += 1;
  }
  return { tallies, mistakes, clean, total: texts.length };
}

function judge(label: LabelledText, areas: readonly ServiceArea[]): readonly Judgement[] {
  const pendingQuestion = label.asked as Question | null;
  const { facts, answersPending } = understandText(label.text, { pendingQuestion, areas, today: label.today });
  const counted = FACTS.filter((name) => !label.open?.includes(name)).filter(
    (name) => name !== 'timelineAcceptable' || label.bot === 'seller',
  );
  const other = (name: string, expected: unknown, value: unknown) => ({ name, isFact: false, expected, value });
  const route = label.route === 'unclear' ? 'none' : label.route;
  const consent = label.consent === 'any' ? { any: Object.values(CONSENTS) } : label.consent;
  return [
    ...counted.map((name) => ({ name, isFact: true, expected: label.facts[name] ?? null, value: facts[name] })),
    ...SIGNALS.map((name) => other(name, label.signals.includes(name), facts[name])),
    other('consent', consent, CONSENTS[facts.consent]),
    ...(route === 'any' ? [] : [other('route', route, ROUTES[facts.intent] ?? 'none')]),
    ...(label.answers === undefined
      ? []
      : [other('answers', label.answers ? 'yes' : 'no', answersPending ? 'yes' : 'no')]),
  ];
}

function isWrong({ expected, value }: Judgement): boolean {
  return !isLabelled(expected, value);
}

function tally(tallies: Map<string, Tally>, judgement: Judgement): void {
  const { name, expected, value } = judgement;
  const { right, missed, invented } = tallies.get(name) ?? { right: 0, missed: 0, invented: 0 };
  const wrong = isWrong(judgement) ? 1 : 0;
  tallies.set(name, {
    right: right + 1 - wrong,
    missed: missed + (isUnsaid(expected) ? 0 : wrong),
    invented: invented + (isUnsaid(value) ? 0 : wrong),
  });
}

function describe({ id, text, asked }: LabelledText, { name, expected, value }: Judgement): string {
  const question = asked === null ? '' : ` (asked: ${asked})`;
  return `${id} ${name}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(value)} in "${text}"${question}`;
}
