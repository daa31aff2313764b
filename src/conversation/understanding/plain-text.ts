import { numberWordsToDigits } from './number-words';
import { rewrite } from './rewrite';
import type { Rewrite } from './rewrite';

/** An SMS has at most ten segments; what comes after this many characters is not read. */
export const MAX_READ_CHARACTERS = 2_000;

/** One spelling for each sign, whatever the keyboard made of it. */
const SIGNS: readonly Rewrite[] = [
  [/\p{Emoji_Modifier}/gu, ''],
  [/👍|👌|✅|🆗|💯/gu, ' ok '],
  [/👎/gu, ' no '],
  [/🛏\uFE0F?/gu, ' bed '],
  [/🛁|🚿/gu, ' bath '],
  [/\p{Extended_Pictographic}|\p{Regional_Indicator}/gu, ' '],
  [/(\d) ?½/gu, '$1.5'],
  [/½/gu, 'half'],
  [/[‘’ʼ´`′]/gu, "'"],
  [/[‐‑‒–—―−]/gu, '-'],
  [/(?<=\dk?) ?~ ?(?=\$?\d)/gi, '-'],
  [/(?<=\dk?)to(?=\$?\d)/gi, ' to '],
];

/** Auxiliaries written out, so that every reader sees one form of a negation. */
const CONTRACTIONS: readonly Rewrite[] = [
  [/\b(?:can'?t|cannot)\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\bain'?t\b/g, 'is not'],
  [/\bno ?mo(?:re?)?\b/g, 'no more'],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|should|could|need|must)n'?t\b/g, '$1 not'],
  [/\b(it|that|what|who|here|there|where|how|he|she|price|house|home|school)'s\b/g, '$1 is'],
  [/\b(i)'?m\b/g, '$1 am'],
  [/\b(you|they)'?re\b/g, '$1 are'],
  [/\b(i|you|we|they)'?ve\b/g, '$1 have'],
  [/\br(?= (?:you|u|we|they|there|these|those)\b)|(?<=\b(?:we|you|u|they|there|prices|rates) )r\b/g, 'are'],
  [/(?<!\b(?:my|an|the|photo|no|your) )\bid(?= [a-z])(?! (?:is|card|number)\b)/g, 'i would'],
  [/(?<!\b(?:is|was|are|very|so|fell|been|terminally) )\bill(?= [a-z])(?! (?:and|or|so)\b)/g, 'i will'],
  [/(?<=[a-z\d] )n(?= [a-z\d])/g, 'and'],
  [/\bb\/w\b|\bbtw(?= \$?\d)|\bbetwe?e?n\b|\bbtwn\b/g, 'between'],
  [/(?<![\w/])w(?:\/ ?| )(?=[a-z\d])/g, 'with '],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
];

const SHORTHAND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    abt: 'about',
    anythin: 'anything',
    appt: 'appointment',
    askin: 'asking',
    bc: 'because',
    bday: 'birthday',
    bout: 'about',
    buyin: 'buying',
    buyng: 'buying',
    bying: 'buying',
    byuing: 'buying',
    closin: 'closing',
    cud: 'could',
    cuz: 'because',
    doin: 'doing',
    dunno: 'do not know',
    gettin: 'getting',
    gimme: 'give me',
    gimmie: 'give me',
    goin: 'going',
    gonna: 'going to',
    gotta: 'have to',
    hafta: 'have to',
    hav: 'have',
    hes: 'he is',
    hse: 'house',
    hundo: 'hundred',
    hunnid: 'hundred',
    idc: 'i do not care',
    idk: 'i do not know',
    its: 'it is',
    lemme: 'let me',
    lil: 'little',
    livin: 'living',
    lookin: 'looking',
    mo: 'month',
    mos: 'months',
    movin: 'moving',
    msg: 'message',
    msgs: 'messages',
    nd: 'and',
    needin: 'needing',
    nothin: 'nothing',
    outta: 'out of',
    payin: 'paying',
    pls: 'please',
    plz: 'please',
    ppl: 'people',
    prob: 'probably',
    prolly: 'probably',
    rentin: 'renting',
    rn: 'right now',
    seling: 'selling',
    sellin: 'selling',
    sellng: 'selling',
    shes: 'she is',
    smth: 'something',
    somethin: 'something',
    somthin: 'something',
    somthing: 'something',
    thats: 'that is',
    theres: 'there is',
    thinkin: 'thinking',
    thnx: 'thanks',
    thx: 'thanks',
    tmr: 'tomorrow',
    tmro: 'tomorrow',
    tmrw: 'tomorrow',
    tmw: 'tomorrow',
    tomorow: 'tomorrow',
    tryin: 'trying',
    tryna: 'trying to',
    txt: 'text',
    txting: 'texting',
    txts: 'texts',
    ty: 'thank you',
    tysm: 'thank you so much',
    u: 'you',
    ur: 'your',
    waitin: 'waiting',
    wanna: 'want to',
    wantin: 'wanting',
    wdym: 'what do you mean',
    whats: 'what is',
    whos: 'who is',
    wk: 'week',
    wks: 'weeks',
    wld: 'would',
    workin: 'working',
    wud: 'would',
    yr: 'year',
    yrs: 'years',
  }),
);

/**
 * The form in which the readers see a text: lower case, no accents, plain quotes and dashes, contractions and
 * shorthand written out, number words as digits, one blank between words; line breaks stay.
 * Only the first 2,000 characters are kept.
 */
export function toPlainText(text: string): string {
  const signs = rewrite(text.slice(0, MAX_READ_CHARACTERS), SIGNS);
  const letters = signs
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .slice(0, MAX_READ_CHARACTERS)
    .toLowerCase();
  const lines = letters.replace(/[^\S\n]+/g, ' ').replace(/ ?(?:\n ?)+/g, '\n');
  const words = rewrite(lines, CONTRACTIONS).replace(
    /(?<![\w'])[a-z]+(?![\w'])/g,
    (word) => SHORTHAND.get(word) ?? word,
  );
  return numberWordsToDigits(words).trim();
}

/** A text cut at its full stops, question marks and line breaks; the marks stay with their sentence. */
export function sentencesOf(plain: string): readonly string[] {
  return plain
    .split(/(?<=[.!?;])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The words of a text, without punctuation. */
export function wordsOf(plain: string): readonly string[] {
  return plain.match(/[a-z0-9']+/g) ?? [];
}
