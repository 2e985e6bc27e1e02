// What one person says, keyed by question id. A missing key is «no answer», which is never an error.
// scale, recommend: number · choice, background: option id · several and `<id>:reasons`: option ids · open and `<id>:text`: text
// pair: the two numbers under `<id>:expected` and `<id>:experienced`

export type Answer = number | string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;
