/**
 * The words of a text as SQLite's full-text tables know them (unicode61, diacritics removed): runs of letters and digits in
 * small letters, those of the Latin alphabet without their marks.
 *
 * > Crédit Lyonnais, 2002-12        credit lyonnais 2002 12
 */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/(?<=[a-z])[\u0300-\u0331]+/giu, '')
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .match(/(?:[\p{L}\p{N}\p{Co}]|[\u0300-\u0331])+/gu) ?? []
  )
}
