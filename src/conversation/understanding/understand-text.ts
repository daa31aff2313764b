import { answersQuestion, isAskingBack } from './answers';
import { sortMoney } from './budget-or-price';
import type { Facts, Financing, Intent, Question, ReadingContext, Understanding } from './facts';
import { isMachineTalk } from './machine-talk';
import { withoutMoneyQuestions } from './money-questions';
import { sentencesOf, toPlainText } from './plain-text';
import { withoutQuestions } from './question-form';
import { readAreas } from './read-areas';
import { readCondition } from './read-condition';
import { readConsent } from './read-consent';
import { readFinancing } from './read-financing';
import { isRenting, readIntent } from './read-intent';
import { readMoney } from './read-money';
import { readMotivation } from './read-motivation';
import { readQuestions } from './read-questions';
import { readRequests } from './read-requests';
import type { Requests } from './read-requests';
import { readRooms } from './read-rooms';
import { readSignals } from './read-signals';
import { readSocial } from './read-social';
import { readTimeline } from './read-timeline';
import { readTimelineAcceptance, readUnaskedAcceptance } from './read-timeline-acceptance';

/**
 * What a text says, by patterns alone: no network, no clock, never throws.
 * @param text as it came; its first 2,000 characters are read.
 */
export function understandText(text: string, context: ReadingContext): Understanding {
  const plain = toPlainText(text);
  const { pendingQuestion } = context;
  const social = readSocial(plain);
  const requests = readRequests(plain);
  const facts: Facts = {
    ...readStatements(statementsOf(plain), context),
    ...social,
    ...requests,
    // A machine's "please call us" is no wish.
    wantsHuman: !social.autoReply && (social.wantsHuman || requests.wantsCall),
    consent: readConsent(text, plain),
  };
  return {
    facts,
    signals: readSignals(text, plain),
    answersPending: answersQuestion(pendingQuestion, facts, plain),
    asksAbout: readQuestions(plain),
  };
}

/** Sellers do not name these. */
const LOANS_OF_BUYERS: readonly Financing[] = ['pre_approved', 'fha', 'va', 'conventional', 'jumbo'];

/** What only buyers are asked: the house they tell of then is one that they wish for. */
function isBuying(asked: Question | null): boolean {
  return asked === 'area' || asked === 'budget' || asked === 'financing';
}

type Statements = Omit<Facts, 'consent' | 'wantsHuman' | 'wrongNumber' | 'autoReply' | keyof Requests>;

function readStatements(plain: string, context: ReadingContext): Statements {
  const { pendingQuestion, pendingWording, today } = context;
  const isAsked = (question: Question) => pendingQuestion === question;
  const told = withoutQuestions(plain);
  const intent = readIntent(plain, isAsked('intent'));
  const timeline = readTimeline(plain, today, isAsked('timeline'));
  const isSelling = intent === 'sell' || intent === 'both';
  const areas = readAreas(plain, context.areas, { isAsked: isAsked('area'), isSelling });
  const rooms = readRooms(plain, isAsked('timeline'));
  const isWish = isSelling || intent === 'buy' || areas.length > 0 || rooms.beds !== null || isAsked('financing');
  const isTimeAsked = isAsked('timeline') || isAsked('booking');
  const money = { isAsked: isAsked('budget') || isAsked('price'), isTimeAsked, isWish };
  const statements: Statements = {
    intent,
    ...sortMoney(readMoney(withoutMoneyQuestions(plain), money), pendingQuestion, intent),
    timeline,
    timelineAcceptable: isAsked('timeline')
      ? readTimelineAcceptance(plain, timeline, pendingWording ?? null)
      : readUnaskedAcceptance(plain),
    areas,
    financing: readFinancing(told, isAsked('financing'), pendingWording ?? null),
    ...rooms,
    motivation: readMotivation(told, isAsked('motivation')),
    propertyCondition: isBuying(pendingQuestion)
      ? 'unknown'
      : readCondition(told, isAsked('condition'), pendingWording ?? null),
  };
  const isOpen = pendingQuestion === null || isAsked('intent');
  return isOpen ? { ...statements, intent: impliedIntent(statements, plain) } : statements;
}

/** Who names an asking price sells; who names how they pay, or two things that only buyers name, buys. */
function impliedIntent(statements: Statements, plain: string): Intent {
  const { intent, priceExpectationUsd, budgetMaxUsd, budgetMinUsd, financing, beds, areas } = statements;
  if ((intent !== 'none' && intent !== 'unclear') || isRenting(plain)) return intent;
  if (priceExpectationUsd !== null) return 'sell';
  const hasBudget = budgetMaxUsd !== null || budgetMinUsd !== null;
  const wishes = [hasBudget, beds !== null, areas.length > 0, financing !== 'unknown'].filter(Boolean).length;
  return wishes >= 2 || LOANS_OF_BUYERS.includes(financing) ? 'buy' : intent;
}

/** The text without the sentences that state nothing. */
function statementsOf(plain: string): string {
  const sentences = sentencesOf(plain);
  const statements = sentences.filter((sentence) => !isAskingBack(sentence) && !isMachineTalk(sentence));
  return statements.length === sentences.length ? plain : statements.join('\n');
}
