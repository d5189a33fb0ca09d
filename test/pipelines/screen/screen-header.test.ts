import { expect, test } from "vitest";
import { screenHeader } from "../../../pipelines/screen/screen-header.ts";

const identifier = (column: string, agreed: string[] = []) =>
  screenHeader("people.csv", [column], new Set(agreed)).map(({ facts }) => facts.identifier)[0] ?? null;

test.each([
  [
    "a person's name",
    "FirstName",
    "Client Name",
    "LAST_NAME",
    "fname",
    "MiddleInitial",
    "Name",
    "NameSuffix",
    "Maiden name",
    "NOMBRE",
    "Apellidos",
    "nickname",
    "CaseWorkerName",
    "Employer Name",
    "Contact First",
  ],
  [
    "a Social Security number",
    "SSN",
    "ss_no",
    "S.S.N.",
    "SocialSecurityNumber",
    "Social Security #",
    "ssn_last4",
    "client-ssn",
    "SSN hash",
  ],
  [
    "a date of birth",
    "D.O.B.",
    "birthdate",
    "DateOfBirth",
    "BIRTH_DATE",
    "Birth Year",
    "yob",
    "ClientDOB",
    "fecha de nacimiento",
  ],
  ["a telephone number", "Phone", "phone_number", "Home Phone 2", "cellPhone", "Mobile", "Teléfono", "tel no"],
  ["a fax number", "Fax", "fax_no"],
  ["an e-mail address", "email", "E-mail", "EmailAddress", "e_mail_2"],
  [
    "a street address",
    "Address",
    "address_line_1",
    "StreetAddress",
    "Street",
    "HomeAddress",
    "Apt",
    "PO Box",
    "Mailing Addr",
  ],
  ["a city or town", "City", "LastPermanentCity", "Birthplace"],
  ["a ZIP code", "ZIP", "zip_code", "ZIP5", "Postal Code", "LastPermanentZIP"],
  ["an exact place", "Latitude", "lng", "GPS coordinates", "Geocode", "census_tract"],
  ["a medical record number", "MRN", "M.R.N.", "MedicalRecordNumber", "Patient ID"],
  ["a health plan number", "MedicaidID", "Insurance No", "member_id", "MBI", "Policy Number"],
  [
    "a driving licence or passport number",
    "Driver's License",
    "DriversLicenseNumber",
    "driving licence no",
    "Passport Number",
  ],
  ["an account or card number", "Account Number", "acct_no", "IBAN", "Credit Card"],
  ["a vehicle number", "VIN", "License Plate", "VehicleID"],
  ["a device number", "DeviceID", "Serial Number", "IMEI", "MAC address"],
  ["a web address", "URL", "Website", "profile_url"],
  ["an IP address", "IP", "ip_address", "IPAddress"],
  ["a biometric mark", "Fingerprint", "voice_print", "biometrics"],
  ["a photograph", "Photo", "ClientPhotograph", "profile picture"],
  ["an immigration number", "AlienNumber", "A-Number", "USCIS No"],
  ["free text", "Notes", "case_notes", "Comments", "Staff Comment", "OtherSpecify"],
])("%s: %s, %s and the like", (kind, ...columns) => {
  expect(columns.map((column) => [column, identifier(column)])).toEqual(columns.map((column) => [column, kind]));
});

test.each([
  "ProgramName",
  "SourceName",
  "OrganizationName",
  "ProjectName",
  "FileName",
  "Shelter",
  "Domain name",
  "SchoolYear",
  "NameDataQuality",
  "SSNDataQuality",
  "DOBDataQuality",
  "AddressDataQuality",
  "SSI",
  "SSDI",
  "SocialSupport",
  "SocialSecurityRetirementAmount",
  "BirthWeight",
  "Phonics level",
  "CapacityBuilding",
  "StreetOutreach",
  "PreviousStreetESSH",
  "DateToStreetESSH",
  "ZIP3",
  "County",
  "Long-term goal",
  "Latest score",
  "MedicalReferral",
  "Medicaid",
  "NoMedicaidReason",
  "LicensedChildCare",
  "LicenseType",
  "HasDriversLicense",
  "AccountableTo",
  "SavingsAccountOpened",
  "HasVehicle",
  "DeviceLoaned",
  "IEP",
  "Photo ID obtained",
  "Notebook",
  "ContactMethod",
  "has_phone",
  "AgeAtExportStart",
  "AgeAtEntry",
  "DeidentifiedBy",
  "person_token",
  "household_token",
  "entered_on",
  "HouseholdMemberToken",
])("%s is innocent", (column) => {
  expect(identifier(column)).toBeNull();
});

test("a network can agree to an ambiguous name, never to a plain one", () => {
  expect(identifier("Notes", ["Notes"])).toBeNull();
  expect(identifier("FirstName", ["FirstName"])).toBe("a person's name");
});

test("data in the place of the header is not quoted", () => {
  const header = ["Guadalupe", "516-25-1004", "g@example.org", "(901) 555-0143"];
  const found = screenHeader("people.csv", header, new Set());
  expect(found.map(({ facts }) => facts.column)).toEqual(["column 2", "column 3", "column 4"]);
});
