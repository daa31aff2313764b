/** Words that reasons for a move are made of; sources of regular expressions. */
export const HOME = '(?:house|home|place|property|condo|apartment|apt|town ?home)';
export const ELDER =
  '(?:mom|mother|mama|nana|granny|grams|gramps|pops|papa|dad|father|parents?|grand ?(?:mother|ma|pa|father|parents?)|aunt|uncle|in ?laws?|(?:mother|father) in law)';
export const RELATIVE = `(?:${ELDER}|husband|hubby|wife|spouse|brother|sister|son|daughter)`;
export const FAMILY = `(?:${RELATIVE}s?|famil(?:y|ies)|kids?|children|siblings|folks|grand ?(?:kids?|babies|baby|children|sons?|daughters?))`;
export const OWN = '(?:my|our|his|her|their|the|a|an|some)';
/** Where one moves from here; "moving to frisco" only changes the address. */
export const FAR =
  '(?:alabama|alaska|arizona|arkansas|california|cali|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york|england)|(?:north |south )?(?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|rhode island|tennessee|utah|vermont|(?:west )?virginia|washington|wisconsin|wyoming|nyc|chicago|denver|phoenix|atlanta|seattle|portland|nashville|boston|miami|tampa|orlando|(?:las )?vegas|los angeles|san diego|houston|austin|san antonio|mexico|canada|europe|india|overseas|abroad)';
