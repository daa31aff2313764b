import { z } from 'zod';
import { DND_CHANNELS } from './records';
import { id, isoWithOffset } from './validation';

const text = z.string().nullish();

const dndSetting = z.strictObject({
  status: z.enum(['active', 'inactive', 'permanent']),
  message: z.string().optional(),
  code: z.string().optional(),
});

/** "+1 888-888-8888" is stored as E.164. */
const phone = z
  .string()
  .transform((number) => number.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{7,14}$/, 'must be a valid phone number'));

const writable = {
  firstName: text,
  lastName: text,
  name: text,
  email: text,
  phone: phone.nullish(),
  timezone: text,
  source: text,
  assignedTo: text,
  address1: text,
  city: text,
  state: text,
  postalCode: text,
  website: text,
  country: text,
  dateOfBirth: z.unknown().optional(),
  dnd: z.boolean().optional(),
  dndSettings: z.partialRecord(z.enum(DND_CHANNELS), dndSetting).optional(),
  inboundDndSettings: z.unknown().optional(),
  tags: z.array(z.string()).optional(),
  customFields: z
    .array(z.strictObject({ id: z.string().min(1), key: z.string().optional(), field_value: z.unknown() }))
    .optional(),
};

/** The bodies that the contacts API takes. What they do not name is refused, as GHL does there. */
export const contactUpdate = z.strictObject(writable);
export const contactUpsert = z.strictObject({
  ...writable,
  locationId: id,
  gender: text,
  companyName: text,
  createNewIfDuplicateAllowed: z.boolean().optional(),
});
export const tagList = z.strictObject({ tags: z.array(z.string().min(1)).min(1) });
export const newTask = z.strictObject({
  title: z.string().min(1),
  body: z.string().optional(),
  dueDate: isoWithOffset,
  completed: z.boolean(),
  assignedTo: z.string().optional(),
});
export const newNote = z.strictObject({
  body: z.string().min(1),
  userId: z.string().optional(),
  title: z.string().optional(),
  color: z.string().optional(),
  pinned: z.boolean().optional(),
});
export const duplicateQuery = z.object({ locationId: id, number: phone.optional(), email: z.string().optional() });
