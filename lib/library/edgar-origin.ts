/** Where on EDGAR a filing was fetched: its submission, the company it stands under, the one document that it is; null is all. */
export type EdgarOrigin = { accession: string; company: number; document: string | null }
