export type PageParams = {
  limit?: number | undefined;
  order?: 'asc' | 'desc' | undefined;
  after?: string | undefined;
};

/** One page of a list that is in ascending order. @param params `after` is the id of the last entry seen */
export function toPage<T extends { id: string }>(ascending: T[], params: PageParams) {
  const ordered = params.order === 'asc' ? ascending : ascending.toReversed();
  const start = params.after === undefined ? 0 : ordered.findIndex((entry) => entry.id === params.after) + 1;
  const end = start + (params.limit ?? 20);
  const data = ordered.slice(start, end);
  const last = data.at(-1);
  return { data, has_more: end < ordered.length, ...(last && { after: last.id }) };
}
