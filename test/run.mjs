import { run } from 'jest';
import domains from './domains.cjs';

/** `npm test` runs everything, `npm test -- webhook` one domain; anything else is handed to Jest. */
const [first, ...others] = process.argv.slice(2);
await run(Object.hasOwn(domains, first ?? '') ? [...others, '--selectProjects', first] : process.argv.slice(2));
