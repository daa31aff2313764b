import { z } from 'zod';
import { NO_SOURCES } from '../../growth';
import type { ContactSnapshot, KnownAppointment, KnownOpportunity } from './conversation';

const text = z.string().nullable();

/** What a conversation file has of the contact beside what was said. */
export const contactFileSchema = z.object({
  first_name: text,
  tags: z.array(z.string()),
  time_zone: text,
  area_code: text.default(null),
  is_sms_blocked: z.boolean(),
  sources: z
    .object({
      source: text,
      lead_source: text,
      utm_source: text,
      first_attribution: text,
      last_attribution: text,
    })
    .optional(),
  status: text.default(null),
  bot_type: z.enum(['lead', 'seller']).nullable(),
  is_read: z.boolean().default(false),
  changed_at: text.default(null),
  tags_told_at: text.default(null),
});
type ContactFile = z.infer<typeof contactFileSchema>;

export const appointmentFileSchema = z.object({
  id: z.string(),
  starts_at: text,
  status: z.enum(['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid', 'deleted', 'unknown']),
  changed_at: z.string(),
});
type AppointmentFile = z.infer<typeof appointmentFileSchema>;

export const opportunityFileSchema = z.object({ id: z.string(), status: text, changed_at: z.string() });
type OpportunityFile = z.infer<typeof opportunityFileSchema>;

/** The contact as it lies on disk. */
export function toContactFile({ sources, ...contact }: ContactSnapshot): ContactFile {
  return {
    first_name: contact.firstName,
    tags: [...contact.tags],
    time_zone: contact.timeZone,
    area_code: contact.areaCode,
    is_sms_blocked: contact.isSmsBlocked,
    sources: {
      source: sources.source,
      lead_source: sources.leadSource,
      utm_source: sources.utmSource,
      first_attribution: sources.firstAttribution,
      last_attribution: sources.lastAttribution,
    },
    status: contact.status,
    bot_type: contact.botType,
    is_read: contact.isRead,
    changed_at: contact.changedAt,
    tags_told_at: contact.tagsToldAt,
  };
}

/** The other way round. */
export function fromContactFile({ sources, ...file }: ContactFile): ContactSnapshot {
  return {
    firstName: file.first_name,
    tags: file.tags,
    timeZone: file.time_zone,
    areaCode: file.area_code,
    isSmsBlocked: file.is_sms_blocked,
    sources: sources
      ? {
          source: sources.source,
          leadSource: sources.lead_source,
          utmSource: sources.utm_source,
          firstAttribution: sources.first_attribution,
          lastAttribution: sources.last_attribution,
        }
      : NO_SOURCES,
    status: file.status,
    botType: file.bot_type,
    isRead: file.is_read,
    changedAt: file.changed_at,
    tagsToldAt: file.tags_told_at,
  };
}

export function toAppointmentFile({ id, startsAt, status, changedAt }: KnownAppointment): AppointmentFile {
  return { id, starts_at: startsAt, status, changed_at: changedAt };
}

export function fromAppointmentFile(file: AppointmentFile): KnownAppointment {
  return { id: file.id, startsAt: file.starts_at, status: file.status, changedAt: file.changed_at };
}

export function toOpportunityFile({ id, status, changedAt }: KnownOpportunity): OpportunityFile {
  return { id, status, changed_at: changedAt };
}

export function fromOpportunityFile(file: OpportunityFile): KnownOpportunity {
  return { id: file.id, status: file.status, changedAt: file.changed_at };
}
