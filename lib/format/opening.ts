/** What opens a table: the first words are set larger, the rest follows. `rest` may be empty. */
export type Sentence = { lead: string; rest: string }
