import * as dynamo from "@aws-sdk/client-dynamodb";
import * as kms from "@aws-sdk/client-kms";
import * as s3 from "@aws-sdk/client-s3";
import * as sfn from "@aws-sdk/client-sfn";

type ErrorClass = new (options: object) => Error;

/** Every class of error that the SDKs of the functions can throw. */
const sdkErrors: readonly (readonly [string, ErrorClass])[] = [dynamo, kms, s3, sfn].flatMap((module) =>
  Object.entries(module).flatMap(([name, exported]) =>
    typeof exported === "function" && exported.prototype instanceof Error ? [[name, exported as ErrorClass]] : [],
  ),
);

/** Something to throw that repeats `told`, in its message and wherever else an error can carry it. */
export type Thrown = (told: string) => unknown;

const ofSdk = (name: string, Class: ErrorClass): Thrown =>
  /ServiceException$/.test(name)
    ? (told) => new Class({ name: "ValidationException", $fault: "client", message: told, $metadata: {} })
    : (told) => {
        const Item = { name: { S: told } };
        return new Class({
          message: told,
          $metadata: { requestId: told },
          Item,
          CancellationReasons: [{ Code: "ValidationError", Message: told, Item }],
        });
      };

const plain: readonly (readonly [string, Thrown])[] = [
  ["Error", (told) => new Error(told)],
  ["an error with a cause", (told) => new Error("failed", { cause: new Error(told) })],
  ["AggregateError", (told) => new AggregateError([new Error(told)], told)],
  ["SyntaxError", (told) => new SyntaxError(`Unexpected token in JSON: ${told}`)],
  ["an error named by its input", (told) => Object.assign(new Error(told), { name: told })],
  ["an error whose stack is its message", (told) => Object.assign(new Error(told), { stack: told })],
  ["a message written like a stack", (told) => new Error(`${told}\n    at ${told} (${told}:1:1)\n    at ${told}`)],
  ["text", (told) => told],
  ["an object", (told) => ({ message: told, [told]: told })],
  ["nothing", () => undefined],
];

export const thrownThings: readonly (readonly [string, Thrown])[] = [
  ...sdkErrors.map(([name, Class]) => [name, ofSdk(name, Class)] as const),
  ...plain,
];

/** Calls to what lies behind the ports, of which one can be told to fail. */
export const failingCalls = () => {
  const at = { call: 0, fails: Number.POSITIVE_INFINITY, what: undefined as unknown };
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    at.call += 1;
    if (at.call === at.fails) throw at.what;
    return work();
  };
  return {
    through,
    /** The `nth` call from now fails with `what`. */
    failAt: (nth: number, what: unknown) => Object.assign(at, { call: 0, fails: nth, what }),
    /** True when the call that was to fail was made. */
    failed: () => at.call >= at.fails,
  };
};
