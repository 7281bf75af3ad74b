/** Names of fields that say who did something; 報告期限 only sounds like one. */
const byWhom = /^(by|(?!report)[a-z]+By)$/;

export const saysWho = (name: string): boolean => byWhom.test(name);

/** What acts by the clock or in a workflow has a name with a colon in it; nobody's account has. */
const ofItself = /^(schedule|workflow|linkage):/;

/** Who did it, without their account: 職 and 所属 stand in the trail. The lapse of a day is nobody's deed. */
export const whoDid = (account: string): string => {
  if (account === "lapsed") return "期限の到来";
  return ofItself.test(account) ? "自動処理" : "職員または連携システム";
};
