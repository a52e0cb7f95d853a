import { parse } from 'yaml';
import { addCatalog } from './add-catalog.ts';
import type { Measure, SemanticModel } from './model-schema.ts';
import { semanticModelSchema } from './model-schema.ts';

/**
 * Parses the text of a semantic model and checks that its parts fit together.
 * @param source what the text is called in messages: `sales.yaml`.
 * @param catalog the text of `catalog.yaml`, which models share.
 * @throws Error that names the file, the place in it and what would be right.
 */
export function parseModel(text: string, source: string, catalog: string): SemanticModel {
  const parsed = semanticModelSchema.safeParse(addCatalog(parseYaml(text, source), catalog));
  const problems = parsed.success
    ? findLooseEnds(parsed.data)
    : parsed.error.issues.flatMap((issue) => describeIssue(issue));
  if (!parsed.success || problems.length > 0) {
    throw new Error(`${source}: ${problems.join('; ')}`);
  }
  return parsed.data;
}

function parseYaml(text: string, source: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${source}: not YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

type Issue = { path: PropertyKey[]; message: string; code?: string; errors?: Issue[][] };

/** A measure is one of a few forms: the form that comes nearest is the one worth explaining. */
function describeIssue(issue: Issue, parent: PropertyKey[] = []): string[] {
  const path = [...parent, ...issue.path];
  if (issue.errors !== undefined && issue.errors.length > 0) {
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    return nearest.flatMap((inner) => describeIssue(inner, path));
  }
  return [`${path.map(String).join('.') || 'the file'}: ${issue.message}`];
}

function findLooseEnds(model: SemanticModel): string[] {
  const problems: string[] = [];
  const expectJoin = (name: string | undefined, place: string) => {
    if (name !== undefined && !(name in model.joins)) problems.push(`${place}: there is no join "${name}"`);
  };
  for (const [name, join] of Object.entries(model.joins)) {
    if (join.source !== undefined && join.window !== undefined) {
      problems.push(`joins.${name}: takes a source or a window, not both`);
    }
    for (const needed of join.needs) expectJoin(needed, `joins.${name}.needs`);
    const { by = [], pooled } = join.window ?? {};
    if (pooled !== undefined && !by.includes(pooled.over)) {
      problems.push(`joins.${name}.window.pooled: "${pooled.over}" is not in by`);
    }
    for (const dimension of pooled?.unless ?? []) {
      if (!(dimension in model.dimensions)) {
        problems.push(`joins.${name}.window.pooled: there is no dimension "${dimension}"`);
      }
    }
  }
  for (const [name, dimension] of Object.entries(model.dimensions)) {
    expectJoin(dimension.join, `dimensions.${name}.join`);
    const join = dimension.join === undefined ? undefined : model.joins[dimension.join];
    if (dimension.catalog && (join === undefined || join.source !== undefined || join.window !== undefined)) {
      problems.push(`dimensions.${name}.catalog: needs a join to the table that has the catalog`);
    }
    if (dimension.ordered && dimension.key === undefined) {
      problems.push(`dimensions.${name}.ordered: needs a key to order by`);
    }
  }
  for (const [name, { measures }] of Object.entries(model.other_times)) {
    for (const measure of measures) {
      const missing = [measure, ...partsBy(model, measure)].find(
        (part) => !measures.includes(part) || !(part in model.measures),
      );
      if (missing !== undefined)
        problems.push(`other_times.${name}.measures: "${missing}" is needed and not there`);
    }
  }
  for (const [name, measure] of Object.entries(model.measures)) {
    if ('aggregate' in measure) expectJoin(measure.join, `measures.${name}.join`);
    for (const [place, part] of partsOf(measure)) {
      const found = model.measures[part];
      if (found === undefined || !('aggregate' in found)) {
        problems.push(`measures.${name}.${place}: "${part}" is not a measure that aggregates rows`);
      }
    }
    for (const over of 'aggregate' in measure ? (measure.additive_over ?? []) : []) {
      if (over !== 'time' && !(over in model.dimensions)) {
        problems.push(`measures.${name}.additive_over: there is no dimension "${over}"`);
      }
    }
    if (name in model.dimensions) problems.push(`measures.${name}: a dimension has the same name`);
  }
  return [...problems, ...findSharedWords('measures', model), ...findSharedWords('dimensions', model)];
}

/** Words that two of them have: which of both a person means could not be told. */
function findSharedWords(kind: 'measures' | 'dimensions', model: SemanticModel): string[] {
  const owners = new Map<string, string>();
  return Object.entries<{ synonyms: string[] }>(model[kind]).flatMap(([name, { synonyms }]) => {
    const words = new Set([name.replaceAll('_', ' '), ...synonyms.map((word) => word.toLowerCase())]);
    return [...words].flatMap((word) => {
      const owner = owners.get(word);
      if (owner === undefined) owners.set(word, name);
      return owner === undefined ? [] : [`${kind}.${name}.synonyms: "${word}" means ${owner} already`];
    });
  });
}

function partsBy(model: SemanticModel, name: string): string[] {
  const measure = model.measures[name];
  return measure === undefined ? [] : partsOf(measure).map(([, part]) => part);
}

function partsOf(measure: Measure): [string, string][] {
  if ('ratio' in measure) {
    return [
      ['of', measure.ratio.of],
      ['to', measure.ratio.to],
    ];
  }
  if ('growth' in measure) return [['growth', measure.growth]];
  return 'share' in measure ? [['share', measure.share]] : [];
}
