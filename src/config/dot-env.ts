/** The real environment, and what `.env` adds to it: for commands, which run without the service's settings. */
export function withDotEnv(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  return process.env;
}
