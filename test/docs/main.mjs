import { run } from 'jest';

/** `npm run docs:check` looks whether what the documents name is there; with `--run` it also does what is marked in them. */
const [first, ...others] = process.argv.slice(2);
const WITH_COMMANDS = ['--verbose', '--testRegex', '/test/docs/.*spec\\.ts$', '--selectProjects', 'docs'];
await run(first === '--run' ? [...others, ...WITH_COMMANDS] : ['test/docs', ...process.argv.slice(2)]);
