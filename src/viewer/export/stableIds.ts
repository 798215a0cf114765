/** Numbers generated ids in the order in which they appear: the same figure is the same file, whatever else is on the page. */
export function toStableIds(xml: string): string {
  const ids = new Map<string, string>();
  return xml.replace(/_r_[0-9a-z]+_/g, (id) => {
    if (!ids.has(id)) ids.set(id, `id${ids.size}`);
    return ids.get(id)!;
  });
}
