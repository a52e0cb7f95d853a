/** Rewrites a text but for what stands in quotes: that is a name, whatever its words mean ("Gloves M, 200 pcs"). */
export function outsideQuotes(text: string, rewrite: (text: string) => string): string {
  const names: string[] = [];
  const kept = text.replace(quoted, (_, opens: string, name: string, closes: string) => {
    if (!names.includes(name)) names.push(name);
    return `${opens}Qn${names.indexOf(name)}q${closes}`;
  });
  return rewrite(kept).replace(/Qn(\d+)q/gi, (_, at) => names[Number(at)] ?? '');
}

const quoted = /(["“])([^"“”]+)(["”])/g;
