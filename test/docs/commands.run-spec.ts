import { allDocuments, markedCommands } from './document';
import { Reader } from './reader';
import { missingFrom } from './shown';

const README_FIRST = allDocuments().toSorted((a, b) => Number(b.path === 'README.md') - Number(a.path === 'README.md'));
const COMMANDS = README_FIRST.flatMap(markedCommands);

describe('docs: what is marked as runnable runs, in this order, in a fresh copy', () => {
  const reader = new Reader();
  afterAll(() => reader.close());

  it.each(COMMANDS.map((commands) => [commands.place, commands] as const))(
    '%s',
    async (_place, { mark, script, shown }) => {
      if (mark === 'serve') await reader.serve(script);
      else expect(missingFrom(await reader.run(script), shown)).toEqual([]);
    },
    600_000,
  );
});
