import { fromCompactUpdate, MalformedUpdateError, parseContextUpdate } from './context-update';

const who = { contactId: 'contact1', locationId: 'loc1' };

/** What the refusal of this says. */
function problemsOf(refuse: () => unknown): readonly string[] {
  try {
    refuse();
  } catch (error) {
    if (error instanceof MalformedUpdateError) return error.problems;
    throw error;
  }
  return [];
}

describe('context: a malformed update', () => {
  it('is refused with every field that is wrong', () => {
    const update = { contactId: 'a b', locationId: 'loc1', leadScore: 101, extractedData: { beds: 'many' }, colour: 1 };
    const problems = problemsOf(() => parseContextUpdate(update));
    expect(problems).toHaveLength(4);
    expect(problems).toEqual(
      expect.arrayContaining([
        'contactId: must be letters, digits, "_" and "-", at most 64',
        expect.stringMatching(/^leadScore: \S/),
        expect.stringMatching(/^extractedData\.beds: \S/),
        expect.stringMatching(/^the update: .*colour/),
      ]),
    );
    expect(new MalformedUpdateError(problems).message).toBe(
      `The conversation update is malformed: ${problems.join('; ')}`,
    );
  });

  it.each(['turn', 'growth', 'botState', 'signals', 'scoreRaise', 'claudeUsage', 'contact', 'opportunity', 'crm'])(
    'is refused with a %s that is no record',
    (name) => {
      expect(problemsOf(() => parseContextUpdate({ ...who, [name]: 'text' }))).toEqual([
        expect.stringMatching(`^${name}: `),
      ]);
    },
  );

  it('is refused in the compact form with every name that is not known', () => {
    const update = { lead_score: 1, leadScore: 2, constructor: 3 };
    expect(problemsOf(() => fromCompactUpdate(update))).toEqual([
      'leadScore: is not known',
      'constructor: is not known',
    ]);
    expect(problemsOf(() => fromCompactUpdate(null))).toEqual(['the update: must be an object']);
  });
});

describe('context: the compact form', () => {
  it('has the names of the conversation file', () => {
    const compact = {
      extracted_data: { beds: 3 },
      bot_type: 'lead',
      lead_score: 70,
      lead_temperature: 'warm',
      seller_temperature: 'cold',
      seller_questions_answered: 2,
      opted_out: true,
      paused_until: '2026-11-24T16:00:00.000Z',
    };
    expect(parseContextUpdate({ ...who, ...fromCompactUpdate(compact) })).toEqual({
      ...who,
      extractedData: { beds: 3 },
      botType: 'lead',
      leadScore: 70,
      leadTemperature: 'warm',
      sellerTemperature: 'cold',
      sellerQuestionsAnswered: 2,
      optedOut: true,
      pausedUntil: '2026-11-24T16:00:00.000Z',
    });
  });
});
