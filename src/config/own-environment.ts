import type { Environment } from './config.module';

/** What decides how the bots speak; nothing that leads to a real CRM or to other people's data. */
const SPEECH = /^(?:CLAUDE_.+|ANTHROPIC_API_KEY|BUSINESS_PROFILE)$/;

/** The part of this process's environment that a run in sandbox mode may share with the real service. */
export function speechEnvironment(): Environment {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => SPEECH.test(name)));
}
