import { toPlainText } from '../understanding';

const APPOINTMENT =
  /\b(?:appointment|appt|meeting|showing|viewing|tour|call|consult(?:ation)?|booking|visit|our time|the time|time slot|slot|(?:at )?\d{1,2}(?::\d{2})? ?(?:am|pm)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|tomorrow|today|tonight)\b/;
const CHANGES =
  /\b(?:resched\w*|re ?schedule|postpone|push (?:it|that|this|our|the)(?: \w+){0,3} (?:back|to|out)|move (?:it|that|this|our|the|my)|change (?:it|that|this|our|the|my)|cancel(?:l?ed|l?ing)?|call off|rain ?check|(?:can not|can no longer|will not be able to|wont be able to|not able to|unable to|not gonna be able to|not going to) (?:make|do|keep|attend|come)|have to (?:miss|skip)|something (?:has )?c(?:a|o)me up)\b/;
/** With an appointment in the calendar these need no noun. */
const CHANGES_ALONE =
  /\b(?:resched\w*|re ?schedule|postpone|rain ?check|(?:can not|can no longer|will not be able to|not able to|unable to) (?:make|do|keep) (?:it|that)|something (?:has )?c(?:a|o)me up|(?:need|have) to cancel|another (?:day|time)|different (?:day|time)|running late)\b/;

/**
 * Whether a text asks to move or to cancel an appointment.
 * @param isBooked there is one ahead, so that "can't make it" is about it.
 */
export function asksToChangeAppointment(text: string, isBooked: boolean): boolean {
  const plain = toPlainText(text);
  if (/\bresched\w*|\bre ?schedule/.test(plain)) return true;
  return (CHANGES.test(plain) && APPOINTMENT.test(plain)) || (isBooked && CHANGES_ALONE.test(plain));
}
