import { StillClock } from '../../../test/support/still-clock';
import { JudgedTexts } from './judged-texts';
import type { LeadText } from './lead-text';

const DAY_MS = 86_400_000;

let clock: StillClock;
let judged: JudgedTexts;
beforeEach(() => {
  clock = new StillClock();
  judged = new JudgedTexts(clock);
});

function text(eventId: string, answeredAtMs: number | null = clock.nowMs): LeadText {
  const ids = { eventId, contactId: 'c1', locationId: 'l1' };
  return { ...ids, receivedAtMs: clock.nowMs - 1_000, addedAtMs: null, answeredAtMs, droppedAtMs: null };
}

const ids = () => judged.all().map(({ eventId }) => eventId);

describe('observability: judged texts', () => {
  it('are kept for a day, whether anything comes after them or not', () => {
    judged.add(text('e1'));
    clock.nowMs += DAY_MS - 1;
    expect(ids()).toEqual(['e1']);
    clock.nowMs += 1;
    expect(ids()).toEqual([]);
    judged.add(text('e2'));
    expect(judged.find('e1')).toBeNull();
  });

  it('are replaced by what is known later', () => {
    judged.add(text('e1', null));
    judged.add(text('e2'));
    judged.add(text('e1'));
    expect(judged.all()).toEqual([text('e2'), text('e1')]);
  });

  it('are ten thousand at most, the latest', () => {
    for (let index = 0; index < 10_050; index += 1) judged.add(text(`e${index}`));
    expect([judged.all().length, ids()[0], ids().at(-1)]).toEqual([10_000, 'e50', 'e10049']);
  });
});
