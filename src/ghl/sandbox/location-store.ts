import { ApiError } from './api-error';
import { newId } from './new-id';
import type { SandboxField, SandboxTag } from './records';

/** A custom field that every location starts with. */
export interface FieldSeed {
  readonly name: string;
  /** `TEXT`, `NUMERICAL`, `MONETORY`, … (GHL's own spelling). */
  readonly dataType: string;
}

interface Location {
  /** By name in lower case. */
  readonly fields: Map<string, SandboxField>;
  readonly tags: Map<string, SandboxTag>;
}

/** The settings of the locations. A location comes into being at its first mention. */
export class LocationStore {
  private readonly locations = new Map<string, Location>();
  private readonly fieldsById = new Map<string, SandboxField>();

  constructor(private readonly fieldSeeds: readonly FieldSeed[]) {}

  fields(locationId: string): readonly SandboxField[] {
    return [...this.location(locationId).fields.values()];
  }

  fieldById(fieldId: string): SandboxField | undefined {
    return this.fieldsById.get(fieldId);
  }

  fieldByName(locationId: string, name: string): SandboxField | undefined {
    return this.location(locationId).fields.get(name.toLowerCase());
  }

  /** @throws ApiError 400 when there is a field of that name. */
  addField(locationId: string, { name, dataType, model = 'contact' }: FieldSeed & { readonly model?: string }) {
    if (this.fieldByName(locationId, name) !== undefined) throw new ApiError(400, `${name} already exists`);
    return this.storeField(locationId, this.location(locationId), { name, dataType, model });
  }

  tags(locationId: string): readonly SandboxTag[] {
    return [...this.location(locationId).tags.values()];
  }

  /** @throws ApiError 400 when there is a tag of that name. */
  addTag(locationId: string, name: string): SandboxTag {
    if (this.location(locationId).tags.has(name.toLowerCase()))
      throw new ApiError(400, 'The tag name is already exist.');
    return this.useTag(locationId, name);
  }

  /** @throws ApiError 400 when there is no such tag. */
  removeTag(locationId: string, tagId: string): void {
    const { tags } = this.location(locationId);
    const found = [...tags].find(([, { id }]) => id === tagId);
    if (found === undefined) throw new ApiError(400, 'Tag not found');
    tags.delete(found[0]);
  }

  /** The location's tag of that name; putting a new tag on a contact creates it for the location. */
  useTag(locationId: string, name: string): SandboxTag {
    const { tags } = this.location(locationId);
    const key = name.toLowerCase();
    const tag = tags.get(key) ?? { id: newId(), name: key, locationId };
    tags.set(key, tag);
    return tag;
  }

  private location(locationId: string): Location {
    const known = this.locations.get(locationId);
    if (known !== undefined) return known;
    const location: Location = { fields: new Map(), tags: new Map() };
    this.locations.set(locationId, location);
    for (const seed of this.fieldSeeds) this.storeField(locationId, location, { ...seed, model: 'contact' });
    return location;
  }

  private storeField(
    locationId: string,
    { fields }: Location,
    { name, dataType, model }: FieldSeed & { readonly model: string },
  ): SandboxField {
    const key = name.toLowerCase();
    const fieldKey = `${model}.${key.replace(/[^a-z0-9]+/g, '_')}`;
    const field = { id: newId(), name, fieldKey, dataType, locationId, model, position: fields.size * 50 };
    fields.set(key, field);
    this.fieldsById.set(field.id, field);
    return field;
  }
}
