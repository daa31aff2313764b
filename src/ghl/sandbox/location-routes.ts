import { z } from 'zod';
import type { LocationStore } from './location-store';
import { created, ok, routesOf } from './routes';
import type { Route } from './routes';
import { id, parse } from './validation';

const DATA_TYPES = [
  'TEXT',
  'LARGE_TEXT',
  'NUMERICAL',
  'FLOAT',
  'MONETORY',
  'PHONE',
  'EMAIL',
  'DATE',
  'TIME',
  'CHECKBOX',
  'RADIO',
  'SINGLE_OPTIONS',
  'MULTIPLE_OPTIONS',
  'TEXTBOX_LIST',
  'FILE_UPLOAD',
  'SIGNATURE',
] as const;

const MODELS = ['contact', 'opportunity'] as const;
const fieldsQuery = z.object({ model: z.enum([...MODELS, 'all']).default('all') });
const newField = z.looseObject({
  name: z.string().min(1),
  dataType: z.enum(DATA_TYPES),
  model: z.enum(MODELS).optional(),
});
const newTag = z.looseObject({ name: z.string().min(1) });

const route = routesOf('2021-07-28');

/** `/locations/…`. */
export function locationRoutes(locations: LocationStore, timeZone: string): readonly Route[] {
  return [
    route('GET', '/locations/:locationId', ({ params }) =>
      ok({ location: { id: parse(id, params.locationId), name: 'Sandbox', country: 'US', timezone: timeZone } }),
    ),
    route('GET', '/locations/:locationId/customFields', ({ params, query }) => {
      const { model } = parse(fieldsQuery, query);
      const fields = locations.fields(parse(id, params.locationId));
      return ok({ customFields: fields.filter((field) => model === 'all' || field.model === model) });
    }),
    route('POST', '/locations/:locationId/customFields', ({ params, body }) => {
      const { name, dataType, model = 'contact' } = parse(newField, body);
      return created({ customField: locations.addField(parse(id, params.locationId), { name, dataType, model }) });
    }),
    route('GET', '/locations/:locationId/tags', ({ params }) =>
      ok({ tags: locations.tags(parse(id, params.locationId)) }),
    ),
    route('DELETE', '/locations/:locationId/tags/:tagId', ({ params }) => {
      locations.removeTag(parse(id, params.locationId), params.tagId);
      return ok({ succeded: true });
    }),
    route('POST', '/locations/:locationId/tags', ({ params, body }) =>
      ok({ tag: locations.addTag(parse(id, params.locationId), parse(newTag, body).name) }),
    ),
  ];
}
