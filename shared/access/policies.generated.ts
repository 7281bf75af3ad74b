/** Written by tools/policies/write.ts from shared/access/policies/. A test compares; change the policies instead. */

export interface Principal {
  readonly department: string;
  readonly duties: readonly string[];
  readonly system: string | undefined;
}

/** What decides beside the caller: attributes of the resource and of the context. */
export interface Facts {
  readonly department: string;
  readonly duty: string;
  readonly mine: boolean;
  readonly own: boolean;
  readonly content: string;
  readonly list: string;
  readonly suspended: boolean;
  readonly purpose: string | undefined;
  readonly through: string;
}

type Condition = (principal: Principal, facts: Facts) => boolean;

/** An action is permitted where one permits it and none forbids it. */
export interface Rule {
  readonly permits: readonly Condition[];
  readonly forbids: readonly Condition[];
}

const takeFilings: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") || principal.duties.includes("examiner"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const systemsOnlyLink: Condition = (principal) => principal.system !== undefined;

const dutiesOfTheDepartment: Condition = (principal) =>
  !(principal.system !== undefined
    ? principal.department === "linked-system" && principal.duties.every((each) => ["system"].includes(each))
    : (principal.department === "pension" &&
        principal.duties.every((each) => ["clerk", "examiner", "manager", "head"].includes(each))) ||
      (principal.department === "district-office" &&
        principal.duties.every((each) => ["clerk", "head"].includes(each))) ||
      (principal.department === "information-policy" &&
        principal.duties.every((each) => ["steward", "head"].includes(each))) ||
      (principal.department === "operations" && principal.duties.every((each) => ["operator"].includes(each))) ||
      (principal.department === "audit" && principal.duties.every((each) => ["auditor"].includes(each))));

const noIndividualDataOutsideTheWork: Condition = (principal) =>
  principal.department === "operations" || principal.department === "information-policy";

const auditorsChangeNothing: Condition = (principal) => principal.department === "audit";

const assess: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("clerk") || principal.duties.includes("examiner") || principal.duties.includes("manager"));

const haveASayOverRights: Condition = (principal, facts) =>
  principal.duties.includes("head") &&
  (principal.department === facts.department ||
    (principal.department === "pension" &&
      (facts.department === "information-policy" ||
        (facts.department === "district-office" && facts.duty !== "head"))) ||
    (principal.department === "information-policy" &&
      (facts.department === "operations" ||
        facts.department === "audit" ||
        facts.department === "linked-system" ||
        facts.duty === "head")));

const ownRight: Condition = (_principal, facts) => facts.mine;

const ownWork: Condition = (_principal, facts) => facts.own;

const decideRequests: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("manager") || principal.duties.includes("head"));

const decideErasures: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("manager") || principal.duties.includes("head"));

const decideCorrections: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("examiner");

const approveRelease: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("manager");

const districtReleasesNothing: Condition = (principal) => principal.department === "district-office";

const decideOutputs: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("manager");

const decideLinkage: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("clerk") || principal.duties.includes("examiner"));

const endOfficers: Condition = (principal) =>
  principal.duties.includes("head") ||
  (principal.department === "information-policy" && principal.duties.includes("steward"));

const endAnyRight: Condition = (principal) =>
  principal.department === "information-policy" && principal.duties.includes("steward");

const bePresent: Condition = (principal) => !(principal.duties.length === 0);

const findSubject: Condition = (principal) =>
  (principal.department === "audit" && principal.duties.includes("auditor")) ||
  (principal.department === "pension" && (principal.duties.includes("head") || principal.duties.includes("manager")));

const findTerms: Condition = (principal) => principal.department === "audit" && principal.duties.includes("auditor");

const identifyOfficers: Condition = (principal) =>
  principal.department === "information-policy" && principal.duties.includes("steward");

const resultsFeed: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "results-intake";

const backOffice: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const decideSuspensions: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("manager") || principal.duties.includes("head"));

const followErasures: Condition = (principal) =>
  (principal.department === "pension" && (principal.duties.includes("manager") || principal.duties.includes("head"))) ||
  (principal.department === "operations" && principal.duties.includes("operator"));

const auditCertificates: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const operate: Condition = (principal) =>
  principal.department === "operations" && principal.duties.includes("operator");

const readTrail: Condition = (principal) => principal.department === "audit" && principal.duties.includes("auditor");

const viewFilings: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const viewLinkage: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("clerk") || principal.duties.includes("examiner") || principal.duties.includes("manager"));

const tellOfCorrections: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const listOutputs: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("examiner") || principal.duties.includes("manager"))) ||
  (principal.department === "audit" && principal.duties.includes("auditor"));

const readReportsAsHead: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("head");

const followRequests: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("clerk") ||
    principal.duties.includes("examiner") ||
    principal.duties.includes("manager") ||
    principal.duties.includes("head"));

const auditRequests: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const viewRights: Condition = (principal) =>
  principal.duties.includes("head") ||
  (principal.department === "information-policy" && principal.duties.includes("steward")) ||
  (principal.department === "audit" && principal.duties.includes("auditor"));

const listSuspensions: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager") || principal.duties.includes("head"));

const followPeopleOutput: Condition = (principal, facts) =>
  facts.content === "people" &&
  principal.department === "pension" &&
  (principal.duties.includes("manager") || (facts.own && principal.duties.includes("examiner")));

const followTrailOutput: Condition = (principal, facts) =>
  facts.content === "trail" && facts.own && principal.department === "audit" && principal.duties.includes("auditor");

const transfer1: Condition = (principal, facts) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "family-registry" &&
  facts.list === "transfer1";

const transfer2: Condition = (principal, facts) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "national-health-insurance" &&
  facts.list === "transfer2";

const suspendedPeopleStayOut: Condition = (_principal, facts) => facts.suspended;

const requestPeopleOutput: Condition = (principal, facts) =>
  facts.content === "people" &&
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const requestTrailOutput: Condition = (principal, facts) =>
  facts.content === "trail" && principal.department === "audit" && principal.duties.includes("auditor");

const requestOwnDepartment: Condition = (principal, facts) =>
  (principal.duties.includes("clerk") ||
    principal.duties.includes("examiner") ||
    principal.duties.includes("manager") ||
    principal.duties.includes("head") ||
    principal.duties.includes("operator") ||
    principal.duties.includes("auditor")) &&
  principal.department === facts.department;

const requestAnyDepartment: Condition = (principal) =>
  principal.department === "information-policy" && principal.duties.includes("steward");

const resolveSubjects: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("head") || principal.duties.includes("manager"));

const resumeTransmittals: Condition = (principal) =>
  (principal.department === "pension" && principal.duties.includes("manager")) ||
  (principal.department === "operations" && principal.duties.includes("operator"));

const revealIndividualNumber: Condition = (principal, facts) =>
  facts.through === "showPerson" &&
  facts.purpose !== undefined &&
  facts.purpose === "individual-number" &&
  ((principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
    (principal.department === "district-office" && principal.duties.includes("clerk")));

const revealMedical: Condition = (principal, facts) =>
  facts.purpose !== undefined &&
  facts.purpose === "medical" &&
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const revealProtectedAddress: Condition = (principal, facts) =>
  facts.purpose !== undefined &&
  facts.purpose === "protected-address" &&
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const viewPeople: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const viewBenefits: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("clerk") || principal.duties.includes("examiner") || principal.duties.includes("manager"));

const showForApproval: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("manager");

const examineFilings: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("examiner");

const incomesFeed: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "tax";

const feedByHand: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("examiner");

const takeOwnPeopleOutput: Condition = (principal, facts) =>
  facts.own &&
  facts.content === "people" &&
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const takeOwnTrailOutput: Condition = (principal, facts) =>
  facts.own && facts.content === "trail" && principal.department === "audit" && principal.duties.includes("auditor");

const residentsFeed: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "resident-registry";

const useInBulk: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const haveASayOverRightsPerhaps: Condition = (principal) => principal.duties.includes("head");

const followPeopleOutputPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("manager") || principal.duties.includes("examiner"));

const followTrailOutputPerhaps: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const transfer1Perhaps: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "family-registry";

const transfer2Perhaps: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "national-health-insurance";

const requestPeopleOutputPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const requestTrailOutputPerhaps: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const requestOwnDepartmentPerhaps: Condition = (principal) =>
  principal.duties.includes("clerk") ||
  principal.duties.includes("examiner") ||
  principal.duties.includes("manager") ||
  principal.duties.includes("head") ||
  principal.duties.includes("operator") ||
  principal.duties.includes("auditor");

const revealIndividualNumberPerhaps: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const revealMedicalPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const revealProtectedAddressPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const takeOwnPeopleOutputPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const takeOwnTrailOutputPerhaps: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const rule1: Rule = {
  permits: [takeFilings],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule2: Rule = {
  permits: [assess],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule3: Rule = {
  permits: [haveASayOverRights],
  forbids: [ownRight, systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing, ownWork],
};

const rule4: Rule = {
  permits: [decideRequests],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing, ownWork],
};

const rule5: Rule = {
  permits: [decideErasures],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing, ownWork],
};

const rule6: Rule = {
  permits: [decideCorrections],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule7: Rule = {
  permits: [approveRelease],
  forbids: [
    systemsOnlyLink,
    dutiesOfTheDepartment,
    districtReleasesNothing,
    noIndividualDataOutsideTheWork,
    auditorsChangeNothing,
    ownWork,
  ],
};

const rule8: Rule = {
  permits: [decideOutputs],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing, auditorsChangeNothing, ownWork],
};

const rule9: Rule = {
  permits: [decideLinkage],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule10: Rule = {
  permits: [endOfficers],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule11: Rule = {
  permits: [haveASayOverRights, endAnyRight],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule12: Rule = { permits: [bePresent], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule13: Rule = {
  permits: [findSubject],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule14: Rule = {
  permits: [findTerms],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule15: Rule = {
  permits: [identifyOfficers],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule16: Rule = {
  permits: [resultsFeed, backOffice],
  forbids: [dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule17: Rule = {
  permits: [decideErasures],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule18: Rule = {
  permits: [decideSuspensions],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing, ownWork],
};

const rule19: Rule = {
  permits: [followErasures, auditCertificates],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment],
};

const rule20: Rule = { permits: [operate, readTrail], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule21: Rule = { permits: [readTrail], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule22: Rule = {
  permits: [decideErasures],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule23: Rule = { permits: [followErasures], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule24: Rule = {
  permits: [viewFilings],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule25: Rule = {
  permits: [viewLinkage],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule26: Rule = {
  permits: [backOffice],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing, noIndividualDataOutsideTheWork],
};

const rule27: Rule = { permits: [tellOfCorrections], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule28: Rule = {
  permits: [listOutputs],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule29: Rule = { permits: [readTrail, readReportsAsHead], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule30: Rule = { permits: [followRequests, auditRequests], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule31: Rule = { permits: [viewRights], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule32: Rule = {
  permits: [backOffice, operate],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule33: Rule = { permits: [listSuspensions], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule34: Rule = {
  permits: [decideSuspensions],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule35: Rule = {
  permits: [tellOfCorrections],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule36: Rule = {
  permits: [followPeopleOutput, followTrailOutput],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule37: Rule = {
  permits: [transfer1, transfer2],
  forbids: [dutiesOfTheDepartment, suspendedPeopleStayOut, noIndividualDataOutsideTheWork],
};

const rule38: Rule = {
  permits: [followRequests],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule39: Rule = {
  permits: [requestPeopleOutput, requestTrailOutput],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule40: Rule = {
  permits: [requestOwnDepartment, requestAnyDepartment],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment],
};

const rule41: Rule = {
  permits: [resolveSubjects],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule42: Rule = {
  permits: [followErasures],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule43: Rule = {
  permits: [resumeTransmittals],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing, auditorsChangeNothing],
};

const rule44: Rule = {
  permits: [approveRelease],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing, noIndividualDataOutsideTheWork],
};

const rule45: Rule = {
  permits: [revealIndividualNumber],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule46: Rule = {
  permits: [revealMedical],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule47: Rule = {
  permits: [revealProtectedAddress],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule48: Rule = {
  permits: [followRequests],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule49: Rule = {
  permits: [backOffice],
  forbids: [
    systemsOnlyLink,
    dutiesOfTheDepartment,
    districtReleasesNothing,
    noIndividualDataOutsideTheWork,
    auditorsChangeNothing,
  ],
};

const rule50: Rule = {
  permits: [viewPeople],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule51: Rule = {
  permits: [decideErasures],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule52: Rule = {
  permits: [tellOfCorrections],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule53: Rule = {
  permits: [viewBenefits],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule54: Rule = {
  permits: [followPeopleOutput, followTrailOutput, showForApproval],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule55: Rule = {
  permits: [backOffice],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule56: Rule = {
  permits: [examineFilings],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing, ownWork],
};

const rule57: Rule = {
  permits: [incomesFeed, feedByHand],
  forbids: [dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule58: Rule = {
  permits: [takeOwnPeopleOutput, takeOwnTrailOutput],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule59: Rule = {
  permits: [residentsFeed, feedByHand],
  forbids: [dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule60: Rule = {
  permits: [useInBulk],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, suspendedPeopleStayOut, districtReleasesNothing],
};

const rule61: Rule = {
  permits: [haveASayOverRightsPerhaps],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule62: Rule = {
  permits: [decideRequests],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule63: Rule = {
  permits: [approveRelease],
  forbids: [
    systemsOnlyLink,
    dutiesOfTheDepartment,
    districtReleasesNothing,
    noIndividualDataOutsideTheWork,
    auditorsChangeNothing,
  ],
};

const rule64: Rule = {
  permits: [decideOutputs],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing, auditorsChangeNothing],
};

const rule65: Rule = {
  permits: [haveASayOverRightsPerhaps, endAnyRight],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, auditorsChangeNothing],
};

const rule66: Rule = {
  permits: [followPeopleOutputPerhaps, followTrailOutputPerhaps],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule67: Rule = {
  permits: [transfer1Perhaps, transfer2Perhaps],
  forbids: [dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule68: Rule = {
  permits: [requestPeopleOutputPerhaps, requestTrailOutputPerhaps],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule69: Rule = {
  permits: [requestOwnDepartmentPerhaps, requestAnyDepartment],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment],
};

const rule70: Rule = {
  permits: [revealIndividualNumberPerhaps],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule71: Rule = {
  permits: [revealMedicalPerhaps],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule72: Rule = {
  permits: [revealProtectedAddressPerhaps],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork],
};

const rule73: Rule = {
  permits: [followPeopleOutputPerhaps, followTrailOutputPerhaps, showForApproval],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule74: Rule = {
  permits: [examineFilings],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, noIndividualDataOutsideTheWork, auditorsChangeNothing],
};

const rule75: Rule = {
  permits: [takeOwnPeopleOutputPerhaps, takeOwnTrailOutputPerhaps],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

const rule76: Rule = {
  permits: [useInBulk],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment, districtReleasesNothing],
};

/** Which facts an action is decided by; for those left out, the caller is enough. */
export const factNames = {
  confirmRight: ["department", "duty", "mine", "own"],
  "decide-request": ["own"],
  decideErasure: ["own"],
  decideIncomeOutput: ["own"],
  decideOutput: ["content", "own"],
  decideRight: ["department", "duty", "mine", "own"],
  decideRun: ["own"],
  endRight: ["department", "duty"],
  liftSuspension: ["own"],
  listOutputs: ["content"],
  produceOutput: ["content", "own"],
  provideItems: ["list", "suspended"],
  requestOutput: ["content"],
  requestRight: ["department", "duty"],
  "reveal:individual-number": ["purpose", "through"],
  "reveal:medical": ["purpose"],
  "reveal:protected-address": ["purpose"],
  showOutput: ["content", "own"],
  "step:examine": ["own"],
  takeOutput: ["content", "own"],
  "use:bulk": ["suspended"],
} as const satisfies Record<string, readonly (keyof Facts)[]>;

/** The rule of each action. */
export const rules = {
  actOnFiling: rule1,
  assessBenefit: rule2,
  assessExemption: rule2,
  confirmRight: rule3,
  "decide-request": rule4,
  decideErasure: rule5,
  decideIncomeCorrection: rule6,
  decideIncomeOutput: rule7,
  decideOutput: rule8,
  decideResidentChange: rule9,
  decideRight: rule3,
  decideRun: rule7,
  endOfficer: rule10,
  endRight: rule11,
  endSession: rule12,
  "file:acquisition": rule1,
  "file:addition-change": rule1,
  "file:additional-premium-start": rule1,
  "file:additional-premium-withdrawal": rule1,
  "file:address-change": rule1,
  "file:birth-or-sex-correction": rule1,
  "file:change-from-category-2": rule1,
  "file:change-from-category-3": rule1,
  "file:childcare-automatic": rule1,
  "file:childcare-change": rule1,
  "file:childcare-end": rule1,
  "file:childcare-exemption": rule1,
  "file:continuation-request": rule1,
  "file:continuation-withdrawal": rule1,
  "file:continued-exemption": rule1,
  "file:death-lump-sum-claim": rule1,
  "file:disability-before-20-claim": rule1,
  "file:disability-pension-claim": rule1,
  "file:disability-revision-claim": rule1,
  "file:disability-state-report": rule1,
  "file:employees-pension-joined": rule1,
  "file:ex-officio-acquisition": rule1,
  "file:ex-officio-correction": rule1,
  "file:exclusion": rule1,
  "file:exemption-application": rule1,
  "file:exemption-cancellation": rule1,
  "file:farmer-premium-end": rule1,
  "file:farmer-premium-start": rule1,
  "file:fund-joined": rule1,
  "file:late-payment": rule1,
  "file:loss": rule1,
  "file:maternity-change": rule1,
  "file:maternity-exemption": rule1,
  "file:name-change": rule1,
  "file:number-notice-reissue": rule1,
  "file:old-age-pension-claim": rule1,
  "file:old-age-welfare-report": rule1,
  "file:payment-choice": rule1,
  "file:payment-choice-correction": rule1,
  "file:pension-certificate-reissue": rule1,
  "file:recipient-change": rule1,
  "file:recipient-death-report": rule1,
  "file:recipient-income-report": rule1,
  "file:special-disability-claim": rule1,
  "file:special-income-report": rule1,
  "file:special-recipient-change": rule1,
  "file:special-revision-claim": rule1,
  "file:special-state-report": rule1,
  "file:special-unpaid-claim": rule1,
  "file:special-voluntary-enrolment": rule1,
  "file:statutory-exemption-end": rule1,
  "file:statutory-exemption-start": rule1,
  "file:student-deferment-application": rule1,
  "file:student-deferment-end": rule1,
  "file:support-benefit-claim": rule1,
  "file:survivor-pension-claim": rule1,
  "file:suspension-reason-end": rule1,
  "file:suspension-reason-start": rule1,
  "file:unknown": rule1,
  "file:unpaid-pension-claim": rule1,
  "file:voluntary-enrolment": rule1,
  "file:voluntary-withdrawal": rule1,
  "file:widow-pension-claim": rule1,
  findSubject: rule13,
  findTerms: rule14,
  identifyOfficer: rule15,
  importResults: rule16,
  liftHold: rule17,
  liftSuspension: rule18,
  listCertificates: rule19,
  listDigests: rule20,
  listEntries: rule21,
  listErasureItems: rule22,
  listErasures: rule23,
  listFilings: rule24,
  listHolds: rule22,
  listIncomeCorrections: rule25,
  listIncomeOutputs: rule26,
  listNotices: rule27,
  listOutputs: rule28,
  listReports: rule29,
  listRequests: rule30,
  listResidentChanges: rule25,
  listRights: rule31,
  listRuns: rule32,
  listSuspensions: rule33,
  placeHold: rule17,
  placeSuspension: rule34,
  prepareNotices: rule35,
  produceOutput: rule36,
  provideItems: rule37,
  receiveRequest: rule38,
  referIncome: rule9,
  requestOutput: rule39,
  requestRight: rule40,
  resolveSubjects: rule41,
  resumeErasure: rule42,
  resumeRun: rule43,
  "reveal:batch-rows": rule26,
  "reveal:findings": rule22,
  "reveal:income-output-files": rule44,
  "reveal:individual-number": rule45,
  "reveal:medical": rule46,
  "reveal:protected-address": rule47,
  "reveal:request-notes": rule48,
  "reveal:run-files": rule44,
  "reveal:run-members": rule26,
  runBatch: rule49,
  runIncomeOutput: rule49,
  searchPeople: rule50,
  settleFinding: rule51,
  settleNotice: rule52,
  showActivity: rule21,
  showBatch: rule32,
  showBenefits: rule53,
  showCertificate: rule19,
  showEntry: rule21,
  showErasure: rule23,
  showFiling: rule24,
  showIncome: rule25,
  showIncomeOutput: rule26,
  showLedger: rule50,
  showList: rule26,
  showMonths: rule50,
  showOfficer: rule31,
  showOutput: rule54,
  showPerson: rule50,
  showReport: rule29,
  showRequest: rule30,
  showResults: rule55,
  showRetention: rule19,
  showRun: rule32,
  showSession: rule12,
  startRun: rule49,
  "step:accept": rule1,
  "step:close": rule1,
  "step:correct": rule1,
  "step:examine": rule56,
  "step:return-for-correction": rule1,
  "step:withdraw": rule1,
  takeIncomes: rule57,
  takeOutput: rule58,
  takeRequestStep: rule38,
  takeResidentChanges: rule59,
  "use:bulk": rule60,
  verifyDigests: rule20,
} as const satisfies Record<string, Rule>;

/** The same while the facts are unknown: permits what some facts would. */
export const gates = {
  actOnFiling: rule1,
  assessBenefit: rule2,
  assessExemption: rule2,
  confirmRight: rule61,
  "decide-request": rule62,
  decideErasure: rule51,
  decideIncomeCorrection: rule6,
  decideIncomeOutput: rule63,
  decideOutput: rule64,
  decideResidentChange: rule9,
  decideRight: rule61,
  decideRun: rule63,
  endOfficer: rule10,
  endRight: rule65,
  endSession: rule12,
  "file:acquisition": rule1,
  "file:addition-change": rule1,
  "file:additional-premium-start": rule1,
  "file:additional-premium-withdrawal": rule1,
  "file:address-change": rule1,
  "file:birth-or-sex-correction": rule1,
  "file:change-from-category-2": rule1,
  "file:change-from-category-3": rule1,
  "file:childcare-automatic": rule1,
  "file:childcare-change": rule1,
  "file:childcare-end": rule1,
  "file:childcare-exemption": rule1,
  "file:continuation-request": rule1,
  "file:continuation-withdrawal": rule1,
  "file:continued-exemption": rule1,
  "file:death-lump-sum-claim": rule1,
  "file:disability-before-20-claim": rule1,
  "file:disability-pension-claim": rule1,
  "file:disability-revision-claim": rule1,
  "file:disability-state-report": rule1,
  "file:employees-pension-joined": rule1,
  "file:ex-officio-acquisition": rule1,
  "file:ex-officio-correction": rule1,
  "file:exclusion": rule1,
  "file:exemption-application": rule1,
  "file:exemption-cancellation": rule1,
  "file:farmer-premium-end": rule1,
  "file:farmer-premium-start": rule1,
  "file:fund-joined": rule1,
  "file:late-payment": rule1,
  "file:loss": rule1,
  "file:maternity-change": rule1,
  "file:maternity-exemption": rule1,
  "file:name-change": rule1,
  "file:number-notice-reissue": rule1,
  "file:old-age-pension-claim": rule1,
  "file:old-age-welfare-report": rule1,
  "file:payment-choice": rule1,
  "file:payment-choice-correction": rule1,
  "file:pension-certificate-reissue": rule1,
  "file:recipient-change": rule1,
  "file:recipient-death-report": rule1,
  "file:recipient-income-report": rule1,
  "file:special-disability-claim": rule1,
  "file:special-income-report": rule1,
  "file:special-recipient-change": rule1,
  "file:special-revision-claim": rule1,
  "file:special-state-report": rule1,
  "file:special-unpaid-claim": rule1,
  "file:special-voluntary-enrolment": rule1,
  "file:statutory-exemption-end": rule1,
  "file:statutory-exemption-start": rule1,
  "file:student-deferment-application": rule1,
  "file:student-deferment-end": rule1,
  "file:support-benefit-claim": rule1,
  "file:survivor-pension-claim": rule1,
  "file:suspension-reason-end": rule1,
  "file:suspension-reason-start": rule1,
  "file:unknown": rule1,
  "file:unpaid-pension-claim": rule1,
  "file:voluntary-enrolment": rule1,
  "file:voluntary-withdrawal": rule1,
  "file:widow-pension-claim": rule1,
  findSubject: rule13,
  findTerms: rule14,
  identifyOfficer: rule15,
  importResults: rule16,
  liftHold: rule17,
  liftSuspension: rule34,
  listCertificates: rule19,
  listDigests: rule20,
  listEntries: rule21,
  listErasureItems: rule22,
  listErasures: rule23,
  listFilings: rule24,
  listHolds: rule22,
  listIncomeCorrections: rule25,
  listIncomeOutputs: rule26,
  listNotices: rule27,
  listOutputs: rule28,
  listReports: rule29,
  listRequests: rule30,
  listResidentChanges: rule25,
  listRights: rule31,
  listRuns: rule32,
  listSuspensions: rule33,
  placeHold: rule17,
  placeSuspension: rule34,
  prepareNotices: rule35,
  produceOutput: rule66,
  provideItems: rule67,
  receiveRequest: rule38,
  referIncome: rule9,
  requestOutput: rule68,
  requestRight: rule69,
  resolveSubjects: rule41,
  resumeErasure: rule42,
  resumeRun: rule43,
  "reveal:batch-rows": rule26,
  "reveal:findings": rule22,
  "reveal:income-output-files": rule44,
  "reveal:individual-number": rule70,
  "reveal:medical": rule71,
  "reveal:protected-address": rule72,
  "reveal:request-notes": rule48,
  "reveal:run-files": rule44,
  "reveal:run-members": rule26,
  runBatch: rule49,
  runIncomeOutput: rule49,
  searchPeople: rule50,
  settleFinding: rule51,
  settleNotice: rule52,
  showActivity: rule21,
  showBatch: rule32,
  showBenefits: rule53,
  showCertificate: rule19,
  showEntry: rule21,
  showErasure: rule23,
  showFiling: rule24,
  showIncome: rule25,
  showIncomeOutput: rule26,
  showLedger: rule50,
  showList: rule26,
  showMonths: rule50,
  showOfficer: rule31,
  showOutput: rule73,
  showPerson: rule50,
  showReport: rule29,
  showRequest: rule30,
  showResults: rule55,
  showRetention: rule19,
  showRun: rule32,
  showSession: rule12,
  startRun: rule49,
  "step:accept": rule1,
  "step:close": rule1,
  "step:correct": rule1,
  "step:examine": rule74,
  "step:return-for-correction": rule1,
  "step:withdraw": rule1,
  takeIncomes: rule57,
  takeOutput: rule75,
  takeRequestStep: rule38,
  takeResidentChanges: rule59,
  "use:bulk": rule76,
  verifyDigests: rule20,
} as const satisfies Record<keyof typeof rules, Rule>;
