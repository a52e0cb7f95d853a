/** Rewrites a text but for what stands in quotes: that is a name, whatever its words mean ("Gloves M, 200 pcs"). */
export function outsideQuotes(text: string, rewrite: (text: string) => string): string {
  const quoted: string[] = [];
  const kept = text.replace(/(?<=["“])[^"“”]+(?=["”])/g, (name) => `Qn${quoted.push(name) - 1}q`);
  return rewrite(kept).replace(/Qn(\d+)q/gi, (_, at) => quoted[Number(at)] ?? '');
}
