/** The given names that are met most in the US (SSA, births of 1950 to 2000), with their short forms. */
export const FIRST_NAMES: readonly string[] = [
  'aaron adam alan alex alice amanda amy ana andrea andrew andy angela ann anna anthony arthur ashley',
  'austin barbara becky ben benjamin betty bill billy bob bobby brandon brenda brian bruce bryan carl',
  'carlos carmen carol carolyn charles charlie cheryl chris christina christine christopher cynthia dan',
  'daniel david debbie deborah debra denise dennis diane donald donna doug dylan ed edward elizabeth',
  'emily emma eric ethan evelyn frank gabe gary george gloria greg hannah heather helen henry jack',
  'jacob jacqueline jake james janet jason jeff jeffrey jen jennifer jeremy jerry jess jessica jesus',
  'joan joe john jonathan jose joseph josh joshua joyce juan juanita judy julie justin karen kate',
  'katherine kathleen kathy keith kelly ken kenneth kevin kim kimberly kyle larry laura lauren linda',
  'lisa liz logan louis luis maria marilyn mark martha mary matt matthew megan melissa michael michelle',
  'miguel mike monica nancy nathan nicholas nick nicole olivia pam pamela pat patricia patrick paul',
  'peter phil philip rachel randy raymond rebecca richard rick robert roger ron ronald ryan sam',
  'samantha samuel sandra sara sarah scott sean sharon shirley stephanie stephen steve steven susan',
  'tammy teresa terry thomas tiffany tim timothy tina tom tony tracy tyler vanessa victoria vincent',
  'walter wendy william zach',
].flatMap((line) => line.split(' '));
