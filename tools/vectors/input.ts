import { isPlainDate, isPlainMonth, type PlainDate, type PlainMonth } from "../../shared/law/calendar.ts";
import { yearOfEra } from "../../shared/law/era-year.ts";
import type { Category } from "../../shared/law/qualification.ts";

/** A vector whose input cannot be read; the message says which key and what was expected of it. */
export class InputError extends Error {}

/** The answers of a topic by the names the vectors ask for; undefined where the input does not lead to one. */
export type Answers = Readonly<Record<string, unknown>>;

/** What a topic may know besides its input: the day the file was made, for vectors that name no year. */
export interface Context {
  readonly today: PlainDate;
}

export type Topic = (input: Input, context: Context) => Answers;

const categories: Readonly<Record<string, Category>> = {
  "1": "1",
  第1号: "1",
  "1号": "1",
  第1号被保険者: "1",
  "2": "2",
  第2号: "2",
  "2号": "2",
  "3": "3",
  第3号: "3",
  "3号": "3",
  任意: "voluntary",
  任意加入: "voluntary",
  任意加入者: "voluntary",
  任意加入被保険者: "voluntary",
  特例任意: "special-voluntary",
  特例任意加入: "special-voluntary",
  特例任意加入者: "special-voluntary",
};

/** Reads the keys of a vector's input; null counts as absent. */
export class Input {
  readonly values: Readonly<Record<string, unknown>>;

  constructor(values: unknown) {
    if (typeof values !== "object" || values === null || Array.isArray(values)) {
      throw new InputError("input is not an object");
    }
    this.values = values as Record<string, unknown>;
  }

  keys(): string[] {
    return Object.keys(this.values);
  }

  has(key: string): boolean {
    return this.values[key] !== undefined && this.values[key] !== null;
  }

  #read<Value>(key: string, expected: string, accepts: (value: unknown) => value is Value): Value | undefined {
    if (!this.has(key)) return undefined;
    const value = this.values[key];
    if (!accepts(value)) throw new InputError(`${key} is not ${expected}: ${JSON.stringify(value)}`);
    return value;
  }

  date(...keys: string[]): PlainDate | undefined {
    return this.#first(keys, (key) =>
      this.#read(key, "a day", (value): value is PlainDate => typeof value === "string" && isPlainDate(value)),
    );
  }

  month(...keys: string[]): PlainMonth | undefined {
    return this.#first(keys, (key) =>
      this.#read(key, "a month", (value): value is PlainMonth => typeof value === "string" && isPlainMonth(value)),
    );
  }

  number(...keys: string[]): number | undefined {
    return this.#first(keys, (key) =>
      this.#read(key, "a whole number", (value): value is number => Number.isSafeInteger(value)),
    );
  }

  text(...keys: string[]): string | undefined {
    return this.#first(keys, (key) => this.#read(key, "a text", (value): value is string => typeof value === "string"));
  }

  flag(...keys: string[]): boolean | undefined {
    return this.#first(keys, (key) =>
      this.#read(key, "true or false", (value): value is boolean => typeof value === "boolean"),
    );
  }

  texts(key: string): string[] | undefined {
    return this.#read(
      key,
      "a list of texts",
      (value): value is string[] => Array.isArray(value) && value.every((each) => typeof each === "string"),
    );
  }

  object(key: string): Input | undefined {
    return this.has(key) ? new Input(this.values[key]) : undefined;
  }

  /** The calendar year of `R8`, `R元` or 2026. */
  year(...keys: string[]): number | undefined {
    return this.#first(keys, (key) => {
      if (!this.has(key)) return undefined;
      const value = this.values[key];
      const year = Number.isInteger(value)
        ? (value as number)
        : typeof value === "string"
          ? yearOfEra(value)
          : undefined;
      if (year === undefined) throw new InputError(`${key} is not a year: ${JSON.stringify(value)}`);
      return year;
    });
  }

  category(...keys: string[]): Category | undefined {
    return this.#first(keys, (key) => {
      if (!this.has(key)) return undefined;
      const value = this.values[key];
      const word = typeof value === "number" || typeof value === "string" ? String(value) : "";
      const category = Object.hasOwn(categories, word) ? categories[word] : undefined;
      if (category === undefined) throw new InputError(`${key} is not a category: ${JSON.stringify(value)}`);
      return category;
    });
  }

  #first<Value>(keys: readonly string[], read: (key: string) => Value | undefined): Value | undefined {
    for (const key of keys) {
      const value = read(key);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

/** Looks a word up, refusing words the table lacks. */
export const wordIn = <Value>(table: Readonly<Record<string, Value>>, word: string, what: string): Value => {
  const value = Object.hasOwn(table, word) ? table[word] : undefined;
  if (value === undefined) throw new InputError(`${what} is not known: ${word}`);
  return value;
};
