import { GoogleError, toBadRequest } from './google-error.ts';

type Schema = Record<string, unknown>;
/** `openapi`: the protobuf message behind `parameters`. `json-schema`: what `parametersJsonSchema` takes. */
type Dialect = 'openapi' | 'json-schema';

/**
 * Holds what Gemini takes of a function's parameters. `parameters` is a message with few fields, and any other name is
 * refused; `parametersJsonSchema` takes JSON Schema and ignores what it does not use, but must be an object whose
 * references resolve.
 * @throws GoogleError 400
 */
export function checkSchema(schema: Schema, field: string, dialect: Dialect): void {
  if (String(schema.type).toLowerCase() !== 'object')
    throw new GoogleError(
      400,
      `* GenerateContentRequest.${field}.type: parameters schema should be of type OBJECT.\n`,
    );
  const violations: string[] = [];
  visit(schema, field, { dialect, root: schema, violations, depth: 0 });
  if (violations.length === 0) return;
  throw toBadRequest(violations.map((description) => ({ field, description })));
}

type Walk = { dialect: Dialect; root: Schema; violations: string[]; depth: number };

const openapiFields = new Set([
  ...['type', 'format', 'title', 'description', 'nullable', 'default', 'example', 'enum', 'items'],
  ...[
    'minItems',
    'maxItems',
    'properties',
    'minProperties',
    'maxProperties',
    'required',
    'minimum',
    'maximum',
  ],
  ...['minLength', 'maxLength', 'pattern', 'anyOf', 'propertyOrdering'],
]);
const typeNames = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);
const deepest = 32;

function visit(schema: Schema, field: string, walk: Walk): void {
  const { dialect, violations } = walk;
  const refuse = (text: string) => violations.push(text);
  if (walk.depth > deepest) {
    refuse(`* GenerateContentRequest.${field}: schema is nested too deeply.\n`);
    return;
  }
  if (dialect === 'openapi') {
    for (const name of Object.keys(schema).filter((key) => !openapiFields.has(key)))
      refuse(`Invalid JSON payload received. Unknown name "${name}" at '${field}': Cannot find field.`);
    if (Array.isArray(schema.type))
      refuse(
        `Invalid JSON payload received. Unknown name "type" at '${field}': Proto field is not repeating, cannot start list.`,
      );
  }
  const types = [schema.type ?? []].flat().map((type) => String(type).toLowerCase());
  for (const type of types.filter((name) => !typeNames.has(name)))
    refuse(
      `Invalid value at '${field}.type' (type.googleapis.com/google.ai.generativelanguage.v1.Type), "${type}"`,
    );
  checkEnum(schema, field, types, walk);
  checkReference(schema, field, walk);
  if (types.includes('array') && dialect === 'openapi' && schema.items === undefined)
    refuse(`* GenerateContentRequest.${field}.items: missing field.\n`);
  const properties = isSchema(schema.properties) ? schema.properties : {};
  if (dialect === 'openapi' && types.includes('object') && Object.keys(properties).length === 0)
    refuse(`* GenerateContentRequest.${field}.properties: should be non-empty for OBJECT type\n`);
  [schema.required ?? []].flat().forEach((name, index) => {
    if (!(String(name) in properties))
      refuse(`* GenerateContentRequest.${field}.required[${index}]: property is not defined\n`);
  });
  visitChildren(schema, properties, field, walk);
}

function checkEnum(schema: Schema, field: string, types: string[], { dialect, violations }: Walk): void {
  if (schema.enum === undefined) return;
  if (dialect === 'openapi' && types.some((type) => type !== 'string'))
    violations.push(`* GenerateContentRequest.${field}.enum: only allowed for STRING type\n`);
  [schema.enum].flat().forEach((value, index) => {
    if (value === '') violations.push(`* GenerateContentRequest.${field}.enum[${index}]: cannot be empty\n`);
    else if (dialect === 'openapi' && typeof value !== 'string')
      violations.push(`Invalid value at '${field}.enum[${index}]' (TYPE_STRING), ${JSON.stringify(value)}`);
  });
}

function checkReference(schema: Schema, field: string, { dialect, root, violations }: Walk): void {
  if (dialect === 'openapi' || schema.$ref === undefined) return;
  const name = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(String(schema.$ref))?.[1];
  const definitions = { ...toSchema(root.definitions), ...toSchema(root.$defs) };
  if (schema.$ref !== '#' && (name === undefined || !(name in definitions)))
    violations.push(`* GenerateContentRequest.${field}.$ref: ${schema.$ref} cannot be resolved.\n`);
}

function visitChildren(schema: Schema, properties: Schema, field: string, walk: Walk): void {
  const deeper = { ...walk, depth: walk.depth + 1 };
  Object.values(properties).forEach((child, index) => {
    if (isSchema(child)) visit(child, `${field}.properties[${index}].value`, deeper);
  });
  if (isSchema(schema.items)) visit(schema.items, `${field}.items`, deeper);
  for (const name of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    [schema[name] ?? []].flat().forEach((child, index) => {
      if (isSchema(child)) visit(child, `${field}.${name === 'anyOf' ? 'any_of' : name}[${index}]`, deeper);
    });
  for (const child of Object.values({ ...toSchema(schema.$defs), ...toSchema(schema.definitions) }))
    if (isSchema(child)) visit(child, `${field}.$defs`, deeper);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toSchema(value: unknown): Schema {
  return isSchema(value) ? value : {};
}
