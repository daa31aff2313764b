import { loadBusinessProfile } from '../../src/config/business-profile';
import type { BusinessProfile } from '../../src/config/business-profile';
import { understandText } from '../../src/conversation/understanding';
import type { Question } from '../../src/conversation/understanding';
import type { Reading } from './judge';
import type { LabelledText } from './labels';

/** Reads labelled texts with the pattern engine, as after the first wording of the question that was asked. */
export function patternReader(): (label: LabelledText) => Reading {
  const { serviceAreas: areas, wording } = loadBusinessProfile('config/business.json');
  return (label) =>
    understandText(label.text, {
      pendingQuestion: label.asked as Question | null,
      pendingWording: firstWording(label, wording),
      areas,
      today: label.today,
    });
}

function firstWording({ asked, bot }: LabelledText, wording: BusinessProfile['wording']): string | null {
  if (asked === null) return null;
  const ofBot: Readonly<Record<string, readonly string[]>> = bot === null ? {} : wording[bot];
  const wordings: Readonly<Record<string, readonly string[]>> = { ...ofBot, intent: wording.intent };
  return wordings[asked]?.[0] ?? null;
}
