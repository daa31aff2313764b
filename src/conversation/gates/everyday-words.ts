/**
 * What Claude may state in: acknowledgement, courtesy, what it is, whom to ask, and the subject the contact writes about.
 * No predictions (will, would, should), nobody but the bot and the contact (we, they, he, she), no amounts, no values.
 */
const EVERYDAY =
  'a an the and or but so if as than of to in on at for by with about from near around between up into out both all any ' +
  'i me you your yours it its that this these those what which who where when how why whenever whatever there here ' +
  'is are am be been have has had do does did not no can ' +
  'thanks thank hi hey hello welcome ok okay alright great good nice perfect awesome excellent wonderful cool lovely fine ' +
  'sounds sound makes make sense got gotcha understood understand noted note clear fair enough point helpful helps help ' +
  'appreciate sure absolutely definitely course right happy glad sorry hear heard problem worries worry rush hurry ' +
  'pressure congrats congratulations exciting big step tough hard easy simple quick short brief question questions thing ' +
  'things last first next one ones time take takes own pace know let see get totally completely really very just only also ' +
  'too still then now later anytime ready please trouble loss bother bothering mix mixed misunderstood confusion mean meant ' +
  'clarify confirm double way direction details info information explain explaining upfront honest being straight sharing ' +
  'yet go yes yeah yep nope information new news couple soon saw few connect over walk through call worth ' +
  'patience reaching writing texting getting back asking asked letting answering telling mentioned said told wanted want ' +
  'wants need needs like prefer hope hoping plan plans planning thinking think considering consider deciding decide decision ' +
  'figure figuring exploring option options start starting early stage sake ' +
  'looking look buy buying buyer sell selling seller move moving home homes house condo townhome townhouse place property ' +
  'area areas city cities part budget price prices range number numbers cash loan financing finance timeline timing reason ' +
  'repairs repair updates condition beds bed bedroom bedrooms bath baths bathroom bathrooms story yard garage ' +
  'days day weeks week months month year years spring summer fall winter morning afternoon evening night weekend date times ' +
  'max tops most least under above rough roughly ballpark flexible firm between more less same different other another else ' +
  'anything something everything nothing bit work works working better either enjoy care rest ' +
  "text texts message messages reply talk phone chat person people human bot ai assistant automated virtual agent agent's " +
  'team stop opt keep going continue change changes changed mind close closed open file side end ' +
  'lender lawyer attorney cpa accountant adviser advisor expert legal tax taxes financial loans rates quote advice ' +
  'advise answer answers tell say speak comment share give ask able best licensed rate ' +
  "school schools crime local public source sources police department department's map maps website websites site data fair housing rules " +
  'rule law laws allow allowed such records official';
const WORDS = new Set(EVERYDAY.split(' '));

/** Said of a call or a booking once there is one. */
const OF_A_CALL = new Set(
  (
    'will call calls calling called reach touch contact follow soon shortly booked book confirmed scheduled set notified ' +
    'passed passing personally minutes within hour hours today then appointment know knows someone'
  ).split(' '),
);

/** Stays out of statements even where the contact has used it: with it every echo becomes a promise or a prediction. */
const NEVER_ECHOED = new Set(
  (
    'will would should could might may must shall we us our ours they them their he she him her his hers always never every ' +
    'everyone everybody nobody cannot lot lots many much few sold sells pay pays paid get gets'
  ).split(' '),
);

/** Words that somebody has used; an inflected form ("relocating", "relocation") is the same word. */
export function contentWordsOf(plain: string): ReadonlySet<string> {
  return new Set(wordsIn(plain).map(stemOf));
}

/**
 * Whether a statement says no more than acknowledgement and echo.
 * @param heard `contentWordsOf` the contact's texts.
 * @param isCallDue a person has been asked to call, or an appointment is booked.
 */
export function isPlainTalk(statement: string, heard: ReadonlySet<string>, isCallDue: boolean): boolean {
  return wordsIn(statement).every(
    (word) =>
      WORDS.has(word) || (isCallDue && OF_A_CALL.has(word)) || (!NEVER_ECHOED.has(word) && heard.has(stemOf(word))),
  );
}

/** Numbers and links are judged elsewhere. */
function wordsIn(plain: string): readonly string[] {
  return plain.match(/(?<![\w.$])[a-z][a-z']*(?![\w]|\.[a-z])/g) ?? [];
}

function stemOf(word: string): string {
  return word.slice(0, 5);
}
