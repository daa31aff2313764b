import { allDocuments, markedCommands } from './document';
import { Reader } from './reader';

const README_FIRST = allDocuments().toSorted((a, b) => Number(b.path === 'README.md') - Number(a.path === 'README.md'));
const COMMANDS = README_FIRST.flatMap(markedCommands);

describe('docs: what is marked as runnable runs, in this order, in a fresh copy', () => {
  const reader = new Reader();
  afterAll(() => reader.close());

  it.each(COMMANDS.map((commands) => [commands.place, commands] as const))(
    '%s',
    async (_place, { mark, script }) => {
      await (mark === 'serve' ? reader.serve(script) : reader.run(script));
    },
    600_000,
  );
});
