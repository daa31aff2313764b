import { z } from 'zod';

const notFalse = z
  .unknown()
  .refine((value) => value !== false)
  .optional();
const noError = z
  .unknown()
  .refine((value) => !value)
  .optional();

/**
 * The answer to a change of which nothing is needed back. Anything but a denial counts, whatever the description says:
 * no body, or any object that does not tell of a failure. `succeded` is the contacts API's own spelling.
 */
export const acknowledgement = z
  .looseObject({ succeded: notFalse, succeeded: notFalse, success: notFalse, error: noError })
  .optional();
