import {
  ASKED,
  BEFORE,
  decided,
  NOW_ISO,
  NOW_MS,
  office,
  profile,
  SLOT,
  TODO,
  USAGE,
} from '../../../test/support/decided-turn';
import { TAGS } from '../../ghl';
import { newTurn, UNREAD_CONTACT } from '../state/conversation';
import {
  dropUpdate,
  hasBooked,
  joinedUpdate,
  learnedUpdate,
  pageUpdate,
  silentUpdate,
  toReply,
  turnUpdate,
  withBookingAsKnown,
  withSent,
  withUnsent,
} from './turn-record';

describe('bots: what a turn leaves, whatever becomes of its reply', () => {
  it('is what the text says, where each fact was read, and why', () => {
    const update = turnUpdate(decided(), office);
    expect(update).toMatchObject({
      contactId: 'ann1',
      locationId: 'loc1',
      userMessage: 'I want to buy in Plano',
      aiResponse: '',
      extractedData: { intent: 'buy', areas: ['Plano'] },
      botType: 'lead',
      claudeUsage: USAGE,
      turn: {
        timestamp: NOW_ISO,
        eventId: 'e1',
        messageId: 'm1',
        reason: 'asks for the budget',
        factSources: { areas: { text: 'I want to buy in Plano' } },
        gates: [{ gate: 'text' }],
        claude: 'used',
        sent: null,
      },
    });
    expect(update.turn?.scoreBreakdown?.total).toBe(update.leadScore);
    for (const name of ['optedOut', 'pausedUntil', 'growth', 'crm', 'sellerTemperature']) {
      expect(update).not.toHaveProperty(name);
    }
  });

  it('is not a question that did not get through, but an appointment that was made', () => {
    expect(turnUpdate(decided(), office).botState).toEqual(BEFORE.botState);
    expect(turnUpdate(decided({ changes: {} }), office).botState).toEqual(BEFORE.botState);
    const botState = { ...ASKED, bookedSlot: SLOT, tookAway: true };
    expect(turnUpdate(decided({ changes: { botState } }), office).botState).toEqual({
      ...BEFORE.botState,
      bookedSlot: SLOT,
      pendingQuestion: null,
      offeredSlots: [],
    });
  });

  it('is a pause, and the style that the contact was talked to in', () => {
    const record = { variant: 'B', segment: 'standard', bucket: 7, source: null } as const;
    const style = { style: { profile, record } };
    expect(turnUpdate(decided({ changes: { pausedUntil: NOW_ISO } }, style), office)).toMatchObject({
      pausedUntil: NOW_ISO,
      growth: { style: record },
    });
    const growth = {
      ...BEFORE.growth,
      feedback: { state: 'active', signal: 'nurture', updatedAt: NOW_ISO },
    } as const;
    expect(turnUpdate(decided({}, style, { ...BEFORE, growth }), office).growth).toEqual({ ...growth, style: record });
    const silent = { ...style, reply: { text: null, gates: [], isWithheld: false } };
    expect(turnUpdate(decided({}, silent), office)).not.toHaveProperty('growth');
  });

  it.each<[string, boolean | undefined, readonly string[], readonly string[] | undefined]>([
    ['who stops keeps the tags', true, ['opted-out'], undefined],
    ['who comes back loses the tag, whoever has set it', false, ['vip', 'opted-out'], ['Hot-Lead', TAGS.optedOut]],
    ['who comes back without the tag has none to lose', false, ['vip'], undefined],
    ['nobody else is touched', undefined, ['opted-out'], undefined],
  ])('%s', (_title, optedOut, contactTags, tags) => {
    const contact = { ...UNREAD_CONTACT, tags: contactTags };
    const before = { ...BEFORE, contact, crm: { ...BEFORE.crm, tags: ['Hot-Lead'] } };
    const update = turnUpdate(
      decided({ changes: { ...(optedOut !== undefined && { optedOut }) } }, {}, before),
      office,
    );
    expect([update.optedOut, update.crm?.tags]).toEqual([optedOut, tags]);
    if (update.crm) expect(update.crm).toEqual({ ...before.crm, tags });
  });

  it.each([
    ['seller', { sellerTemperature: 'cold', sellerQuestionsAnswered: 0 }],
    ['lead', {}],
    [null, {}],
  ] as const)("has the seller's standing of a seller alone: %p", (botType, standing) => {
    const { sellerTemperature, sellerQuestionsAnswered, ...update } = learnedUpdate(decided().assessment, botType, {
      usage: null,
    });
    expect({ sellerTemperature, sellerQuestionsAnswered }).toEqual({
      sellerTemperature: undefined,
      sellerQuestionsAnswered: undefined,
      ...standing,
    });
    expect(update).not.toHaveProperty('claudeUsage');
  });

  it('is all that the text has made of the contact', () => {
    const { conversation } = decided().assessment;
    const { signals, leadTemperature } = conversation;
    const known = { ...conversation, scoreRaise: { fit: 1, clarity: 2, qualification: 3 }, leadScore: 42 };
    const learned = learnedUpdate({ ...decided().assessment, conversation: known }, 'lead', { usage: null });
    expect(learned).toMatchObject({
      botType: 'lead',
      signals,
      scoreRaise: known.scoreRaise,
      leadScore: 42,
      leadTemperature,
    });
    const unscored = { ...conversation, leadScore: null };
    expect(
      learnedUpdate({ ...decided().assessment, conversation: unscored }, null, { usage: null }),
    ).not.toHaveProperty('leadScore');
  });
});

describe('bots: an appointment', () => {
  const booked = { ...ASKED, bookedSlot: SLOT };

  it.each([
    ['a turn that books one has', decided({ changes: { botState: booked } }), true],
    ['a turn that leaves it as it is has not', decided({ changes: { botState: ASKED } }), false],
    ['a turn that changes nothing has not', decided({ changes: {} }), false],
  ])('%s booked', (_title, turn, expected) => {
    expect(hasBooked(turn)).toBe(expected);
  });

  it('is what webhooks have made of it meanwhile, where the turn has booked none', () => {
    const current = { ...BEFORE, botState: { ...BEFORE.botState, bookedSlot: null } };
    const update = { contactId: 'ann1', locationId: 'loc1', botState: booked };
    expect(withBookingAsKnown(update, current)).toEqual({ ...update, botState: { ...booked, bookedSlot: null } });
    const silent = { contactId: 'ann1', locationId: 'loc1' };
    expect(withBookingAsKnown(silent, current)).toEqual(silent);
  });
});

describe('bots: the reply', () => {
  it('introduces the bot, and calls a person with what was said and promised', () => {
    const reply = toReply(decided({ handoffs: ['hot lead'] }), 'How much?', office);
    expect(reply).toMatchObject({
      text: 'How much?',
      botState: { pendingQuestion: 'budget', isIntroduced: true, handoffs: { 'hot lead': NOW_ISO } },
      liftsBlock: false,
    });
    const body = expect.stringMatching(/"I want to buy in Plano"[^]*"How much\?"/) as string;
    expect(reply.todo).toMatchObject([{ type: 'create_task', task: { body } }]);
  });

  it('lifts the block of whoever comes back', () => {
    expect(toReply(decided({ changes: { optedOut: false } }), 'Welcome back', office).liftsBlock).toBe(true);
    expect(toReply(decided({ changes: { optedOut: true } }), 'Done', office).liftsBlock).toBe(false);
  });

  it('calls a person also for what the gates kept back', () => {
    const reply = { text: 'Jorge will answer.', gates: [], isWithheld: true };
    const { botState, todo } = toReply(decided({ handoffs: ['hot lead'] }, { reply }), reply.text, office);
    expect(Object.keys(botState.handoffs)).toEqual(['hot lead', 'reply withheld']);
    expect(todo).toHaveLength(1);
  });
});

describe('bots: what became of the reply', () => {
  const update = turnUpdate(decided(), office);
  const reply = toReply(decided({ handoffs: ['hot lead'] }), 'How much?', office);
  const delivery = { kind: 'sent', messageId: 'r1', atMs: NOW_MS + 1_000 } as const;

  it('it has gone out: the bot stands where it has put it, and what follows is to be done', () => {
    const told = { aiResponse: 'How much?', sent: true, replyId: 'r1', repliedAt: '2026-11-23T16:00:01.000Z' };
    expect(withSent(update, BEFORE, reply, delivery)).toEqual({
      ...update,
      botState: reply.botState,
      crm: { ...BEFORE.crm, todo: [TODO, ...reply.todo] },
      turn: { ...update.turn, ...told },
    });
    const changed = { ...update, crm: { ...BEFORE.crm, tags: ['Opted-Out'], todo: [] } };
    expect(withSent(changed, BEFORE, reply, delivery).crm).toMatchObject({
      tags: ['Opted-Out'],
      todo: [{ type: 'create_task' }],
    });
  });

  it('it has not: the bot stands where it stood', () => {
    expect(withUnsent(update, reply)).toEqual({
      ...update,
      turn: { ...update.turn, aiResponse: 'How much?', sent: false },
    });
  });

  it('it is not due any more: it was never said', () => {
    const turn = {
      ...newTurn({ timestamp: NOW_ISO, userMessage: 'hi', aiResponse: 'Hello' }),
      eventId: 'e1',
      reason: 'greets',
    };
    const dropped = { eventId: 'e1', aiResponse: '', sent: null, reason: 'greets; not sent: too late' };
    expect(dropUpdate(BEFORE, turn, 'too late')).toEqual({
      contactId: 'ann1',
      locationId: 'loc1',
      turn: { ...dropped, isJoined: false },
    });
    expect(dropUpdate(BEFORE, turn, 'too late', { isJoined: true }).turn).toEqual({ ...dropped, isJoined: true });
  });

  it('nobody can send it: a person is called once everything else is done', () => {
    const task = expect.objectContaining({ title: expect.stringMatching(/could not be sent/) as string }) as object;
    expect(pageUpdate(BEFORE, 'e1', office, NOW_MS)).toEqual({
      contactId: 'ann1',
      locationId: 'loc1',
      crm: { ...BEFORE.crm, todo: [TODO, { type: 'create_task', task }] },
      turn: { eventId: 'e1', pagedAt: NOW_ISO },
    });
  });
});

describe('bots: without a reply', () => {
  it('a silent turn changes no more than the turn does', () => {
    expect(silentUpdate(decided(), office)).toEqual(turnUpdate(decided(), office));
  });

  it('a silent turn calls a person all the same, and says that nobody has answered', () => {
    const turn = decided({ handoffs: ['bot stopped'] });
    const { crm, botState, ...others } = silentUpdate(turn, office);
    expect({ ...others, botState: BEFORE.botState }).toEqual(turnUpdate(turn, office));
    const body = expect.stringMatching(/"I want to buy in Plano"[^]*The bot has not answered\./) as string;
    const task = expect.objectContaining({ body }) as object;
    expect(crm).toEqual({ ...BEFORE.crm, todo: [TODO, { type: 'create_task', task }] });
    expect(botState).toEqual({ ...BEFORE.botState, handoffs: { 'bot stopped': NOW_ISO } });
  });

  it('a joined turn leaves what it says to the text that gets the reply: neither bot nor gates', () => {
    const joined = joinedUpdate(decided(), office);
    expect(joined).toMatchObject({
      extractedData: { areas: ['Plano'] },
      turn: { eventId: 'e1', isJoined: true, gates: [], reason: 'answered together with the text after it' },
    });
    expect(joined).not.toHaveProperty('botType');
    expect(joined).not.toHaveProperty('botState');
  });
});
