import { run } from 'jest';

/** `npm run docs:check` looks whether what the documents name is there; with `--run` it also does what is marked in them. */
const [first, ...others] = process.argv.slice(2);
const WITH_COMMANDS = ['--verbose', '--testRegex', '/test/docs/.*spec\\.ts$'];
await run(first === '--run' ? [...WITH_COMMANDS, ...others] : ['test/docs', ...process.argv.slice(2)]);
