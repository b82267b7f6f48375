/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of each list and the headings people give them: a data table. */
#include "config.h"

#include "gw-import-target.h"

#include <glib/gi18n-lib.h>

static const GwImportField colleague_fields[] = {
  [GW_IMPORT_COLLEAGUE_ID] = { "id", N_ ("Id"), "0190f3c2-…", "id|uuid|recordid", FALSE },
  [GW_IMPORT_COLLEAGUE_NAME] = { "name", N_ ("Name"), "Marta Zielińska",
                                 "name|fullname|colleague|colleaguename|worker|workername|carer|"
                                 "carername|employee|employeename|"
                                 "staff|staffname|staffmember|carerfullname",
                                 FALSE },
  [GW_IMPORT_COLLEAGUE_FIRST_NAME] = { "first_name", N_ ("First name"), "Marta",
                                       "firstname|forename|givenname|first|knownas|preferredname",
                                       FALSE },
  [GW_IMPORT_COLLEAGUE_LAST_NAME] = { "last_name", N_ ("Last name"), "Zielińska",
                                      "lastname|surname|familyname|last", FALSE },
  [GW_IMPORT_COLLEAGUE_TEAM] = { "team", N_ ("Team"), "Canal Side",
                                 "team|teamname|branch|patch|area|neighbourhood", FALSE },
  [GW_IMPORT_COLLEAGUE_ROLE] = { "role", N_ ("Role"), "Wellbeing Worker",
                                 "role|jobtitle|position|job", FALSE },
  [GW_IMPORT_COLLEAGUE_CONTRACT] = { "contract", N_ ("Contract hours a week"), "35",
                                     "contracthours|contractedhours|hours|weeklyhours|hoursperweek|"
                                     "contract|hoursaweek|contracthoursaweek",
                                     FALSE },
  [GW_IMPORT_COLLEAGUE_GREATEST_WEEK] = { "greatest_week", N_ ("At most a week"), "40",
                                          "maxhours|maximumhours|maxweeklyhours|mosthours|"
                                          "atmostaweek|maxhoursperweek",
                                          FALSE },
  [GW_IMPORT_COLLEAGUE_OPTED_OUT] = { "opted_out", N_ ("Signed the 48-hour opt-out"), "no",
                                      "optout|optedout|wtroptout|48houroptout|"
                                      "signedthe48houroptout",
                                      FALSE },
  [GW_IMPORT_COLLEAGUE_GREATEST_SHIFT] = { "greatest_shift", N_ ("Longest shift"), "9",
                                           "maxshift|longestshift|maxshifthours|maximumshift",
                                           FALSE },
  [GW_IMPORT_COLLEAGUE_GREATEST_RUN] = { "greatest_run", N_ ("Most days in a row"), "5",
                                         "maxdays|maxconsecutivedays|mostdaysinarow|"
                                         "consecutivedays",
                                         FALSE },
  [GW_IMPORT_COLLEAGUE_PAY] = { "pay", N_ ("Pay an hour"), "13.60",
                                "pay|payrate|hourlyrate|rate|payanhour|payperhour", FALSE },
  [GW_IMPORT_COLLEAGUE_TRAVEL_MODE] = { "travel_mode", N_ ("Gets about by"), "bicycle",
                                        "travelmode|mode|transport|travel|travelsby|getsaboutby|"
                                        "modeoftransport|driver|drives",
                                        FALSE },
  [GW_IMPORT_COLLEAGUE_SKILLS] = { "skills", N_ ("Skills held"),
                                   "Medication (2027-01-31); Catheter care",
                                   "skills|training|competences|competencies|qualifications|"
                                   "skillsheld",
                                   FALSE },
  [GW_IMPORT_COLLEAGUE_PHONE] = { "phone", N_ ("Telephone"), "07700 900123",
                                  "phone|telephone|mobile|tel|phonenumber|mobilenumber|mobilephone|"
                                  "contactnumber",
                                  FALSE },
  [GW_IMPORT_COLLEAGUE_EMAIL] = { "email", N_ ("E-mail"), "marta@hartlow.example",
                                  "email|emailaddress|mail", FALSE },
  [GW_IMPORT_COLLEAGUE_GENDER] = { "gender", N_ ("Gender"), "woman", "gender|sex", FALSE },
  [GW_IMPORT_COLLEAGUE_LANGUAGES] = { "languages", N_ ("Languages"), "English, Polish",
                                      "languages|language|speaks|languagesspoken", FALSE },
  [GW_IMPORT_COLLEAGUE_CANNOT_WITH] = { "cannot_with", N_ ("Cannot work with"), "dog; smoke",
                                        "cannotworkwith|cannotwith|allergies|limits|limitations|"
                                        "restrictions",
                                        FALSE },
  [GW_IMPORT_COLLEAGUE_WISHES] = { "shift_wishes", N_ ("Would like"), "earlies; few-weekends",
                                   "wishes|preferences|shiftwishes|wouldlike|shiftpreference",
                                   FALSE },
  [GW_IMPORT_COLLEAGUE_WORKDAYS] = { "workdays", N_ ("Works on"), "mon; tue; thu",
                                     "workdays|workson|days|workingdays|availabledays", FALSE },
  [GW_IMPORT_COLLEAGUE_STARTED] = { "started", N_ ("Joined"), "2024-03-01",
                                    "started|startdate|joined|joindate|employedfrom|hiredate",
                                    FALSE },
  [GW_IMPORT_COLLEAGUE_LEFT] = { "left", N_ ("Left"), "2026-12-31",
                                 "left|enddate|leavedate|leavingdate|employeduntil|leaver", FALSE },
  [GW_IMPORT_COLLEAGUE_LATITUDE] = { "latitude", N_ ("Latitude"), "52.166000",
                                     "latitude|lat|homelatitude|homelat|location|coordinates|home",
                                     FALSE },
  [GW_IMPORT_COLLEAGUE_LONGITUDE] = { "longitude", N_ ("Longitude"), "-2.580000",
                                      "longitude|lon|lng|long|homelongitude|homelon", FALSE },
  [GW_IMPORT_COLLEAGUE_NOTE] = { "note", N_ ("Notes"), "Likes the canal round",
                                 "notes|note|comments|comment|remarks", FALSE },
};

static const GwImportField person_fields[] = {
  [GW_IMPORT_PERSON_ID] = { "id", N_ ("Id"), "0190f3c2-…", "id|uuid|recordid", FALSE },
  [GW_IMPORT_PERSON_NAME] = { "name", N_ ("Name"), "Rose Tanner",
                              "name|fullname|person|personname|client|clientname|customer|"
                              "customername|serviceuser|"
                              "serviceusername|resident|tenant|personwesupport",
                              FALSE },
  [GW_IMPORT_PERSON_FIRST_NAME] = { "first_name", N_ ("Name they like"), "Rose",
                                    "firstname|forename|givenname|first|knownas|preferredname|"
                                    "nametheylike|likestobecalled",
                                    FALSE },
  [GW_IMPORT_PERSON_LAST_NAME] = { "last_name", N_ ("Last name"), "Tanner",
                                   "lastname|surname|familyname|last", FALSE },
  [GW_IMPORT_PERSON_TEAM] = { "team", N_ ("Team"), "Canal Side",
                              "team|teamname|branch|patch|area|neighbourhood", FALSE },
  [GW_IMPORT_PERSON_LINK_WORKER] = { "link_worker", N_ ("Link worker"), "Marta Zielińska",
                                     "linkworker|keyworker|link|namedworker", FALSE },
  [GW_IMPORT_PERSON_ADDRESS] = { "address", N_ ("Address"), "14 Damson Close, Hartlow",
                                 "address|homeaddress|fulladdress|street|address1|addressline1",
                                 FALSE },
  [GW_IMPORT_PERSON_POSTCODE] = { "postcode", N_ ("Postcode"), "HL1 2AB",
                                  "postcode|postalcode|zip|zipcode", FALSE },
  [GW_IMPORT_PERSON_LATITUDE] = { "latitude", N_ ("Latitude"), "52.166000",
                                  "latitude|lat|location|coordinates", FALSE },
  [GW_IMPORT_PERSON_LONGITUDE] = { "longitude", N_ ("Longitude"), "-2.580000",
                                   "longitude|lon|lng|long", FALSE },
  [GW_IMPORT_PERSON_BUILDING] = { "building", N_ ("Building"), "Weir View House",
                                  "building|house|block|scheme", FALSE },
  [GW_IMPORT_PERSON_PARKING] = { "parking", N_ ("Parking"), "3",
                                 "parking|parkingminutes|parkingtime", FALSE },
  [GW_IMPORT_PERSON_ACCESS] = { "access", N_ ("Getting in"), "Side gate, then the kitchen door",
                                "gettingin|access|accessnotes|entry|entrynotes", FALSE },
  [GW_IMPORT_PERSON_PREFERRED] = { "preferred", N_ ("Would like to see"),
                                   "Marta Zielińska; Dev Rathod",
                                   "wouldliketosee|preferred|preferredworkers|preferredcarers|"
                                   "preferredcolleagues|wishes|preferredstaff",
                                   FALSE },
  [GW_IMPORT_PERSON_DECLINED] = { "declined", N_ ("Chose not to see"), "Callum Fairley",
                                  "chosenottosee|declined|declines|excluded|excludedworkers|"
                                  "excludedcarers|donotsend|notwanted|barredcarers",
                                  FALSE },
  [GW_IMPORT_PERSON_GENDER_WISH] = { "gender_wish", N_ ("Would rather be helped by"), "woman",
                                     "wouldratherbehelpedby|genderwish|genderpreference|"
                                     "preferredgender|workergender",
                                     FALSE },
  [GW_IMPORT_PERSON_GENDER_MUST] = { "gender_must", N_ ("Only by them"), "yes",
                                     "onlybythem|gendermust|genderrequired|mustbegender", FALSE },
  [GW_IMPORT_PERSON_LANGUAGE_WISH] = { "language_wish", N_ ("Would like to speak"), "Polish",
                                       "wouldliketospeak|language|languagewish|preferredlanguage",
                                       FALSE },
  [GW_IMPORT_PERSON_FEATURES] = { "home_features", N_ ("At home there is"), "dog; stairs",
                                  "athome|athomethereis|homefeatures|pets|hazards|limits|"
                                  "environment",
                                  FALSE },
  [GW_IMPORT_PERSON_BORN] = { "born", N_ ("Birthday"), "12/03/1938",
                              "birthday|born|dateofbirth|dob|birthdate", FALSE },
  [GW_IMPORT_PERSON_GENDER] = { "gender", N_ ("Gender"), "woman", "gender|sex", FALSE },
  [GW_IMPORT_PERSON_PHONE] = { "phone", N_ ("Telephone"), "01632 960123",
                               "phone|telephone|mobile|tel|phonenumber|contactnumber", FALSE },
  [GW_IMPORT_PERSON_ALLERGIES] = { "allergies", N_ ("Allergies and risks"), "Penicillin",
                                   "allergies|allergiesandrisks|risks|alerts", FALSE },
  [GW_IMPORT_PERSON_MATTERS] = { "matters", N_ ("What matters to me"), "My garden",
                                 "whatmatters|matters|importantto|whatmatterstome", FALSE },
  [GW_IMPORT_PERSON_LITTLE_THING] = { "little_thing", N_ ("The little thing that makes the day"),
                                      "Tea in the blue cup",
                                      "littlething|thelittlethingthatmakestheday", FALSE },
  [GW_IMPORT_PERSON_NOTE] = { "note", N_ ("Notes"), "", "notes|note|comments|comment|remarks",
                              FALSE },
};

static const GwImportField shift_fields[] = {
  [GW_IMPORT_SHIFT_ID] = { "id", N_ ("Id"), "0190f3c2-…", "id|uuid|recordid", FALSE },
  [GW_IMPORT_SHIFT_DAY] = { "day", N_ ("Day"), "24/11/2026", "date|day|shiftdate|workdate", FALSE },
  [GW_IMPORT_SHIFT_START] = { "start", N_ ("Start"), "07:00",
                              "start|starttime|from|shiftstart|timefrom|begins", FALSE },
  [GW_IMPORT_SHIFT_END] = { "end", N_ ("End"), "14:00",
                            "end|endtime|to|until|shiftend|timeto|finish|finishtime|ends", FALSE },
  [GW_IMPORT_SHIFT_TIMES] = { "times", N_ ("Times"), "7-14", "times|time|shift|hours|shifttime",
                              FALSE },
  [GW_IMPORT_SHIFT_COLLEAGUE] = { "colleague", N_ ("Colleague"), "Marta Zielińska",
                                  "colleague|name|worker|carer|employee|staff|staffmember|who|"
                                  "colleaguename|workername|carername|staffname",
                                  FALSE },
  [GW_IMPORT_SHIFT_TEAM] = { "team", N_ ("Team"), "Canal Side", "team|teamname|branch|patch",
                             FALSE },
  [GW_IMPORT_SHIFT_NOTE] = { "note", N_ ("Notes"), "Shadowing", "note|notes|comment|comments",
                             FALSE },
};

static const GwImportField visit_fields[] = {
  [GW_IMPORT_VISIT_ID] = { "id", N_ ("Id"), "0190f3c2-…", "id|uuid|recordid", FALSE },
  [GW_IMPORT_VISIT_PERSON] = { "person", N_ ("Person"), "Rose Tanner",
                               "person|name|personname|client|clientname|customer|customername|"
                               "serviceuser|serviceusername|resident|"
                               "personwesupport|visitto",
                               TRUE },
  [GW_IMPORT_VISIT_DAY] = { "day", N_ ("Day"), "24/11/2026",
                            "date|day|visitdate|calldate|planneddate", FALSE },
  [GW_IMPORT_VISIT_START] = { "start", N_ ("Planned start"), "08:05",
                              "start|starttime|plannedstart|from|timefrom|visitstart|callstart|"
                              "time",
                              FALSE },
  [GW_IMPORT_VISIT_END] = { "end", N_ ("Planned end"), "08:35",
                            "end|endtime|plannedend|to|until|timeto|visitend|callend|finish",
                            FALSE },
  [GW_IMPORT_VISIT_TIMES] = { "times", N_ ("Window"), "07:30-08:30",
                              "window|timewindow|times|startwindow|between", FALSE },
  [GW_IMPORT_VISIT_DURATION] = { "duration", N_ ("Length"), "30",
                                 "minutes|length|duration|mins|visitlength|calllength|"
                                 "durationminutes|lengthminutes",
                                 FALSE },
  [GW_IMPORT_VISIT_IDEAL] = { "ideal", N_ ("Wished time"), "08:00",
                              "wishedtime|ideal|idealtime|preferredtime|agreedtime|requestedtime|"
                              "wished",
                              FALSE },
  [GW_IMPORT_VISIT_TOLERANCE] = { "tolerance", N_ ("Give or take"), "30",
                                  "giveortake|tolerance|flex|flexibility|plusminus", FALSE },
  [GW_IMPORT_VISIT_EARLIEST] = { "earliest", N_ ("Earliest start"), "07:30",
                                 "earlieststart|earliest|notbefore|windowstart|mintime", FALSE },
  [GW_IMPORT_VISIT_LATEST] = { "latest", N_ ("Latest start"), "08:30",
                               "lateststart|latest|notafter|maxtime", FALSE },
  [GW_IMPORT_VISIT_LATEST_END] = { "latest_end", N_ ("Latest end"), "09:00",
                                   "latestend|windowend|finishby|endby", FALSE },
  [GW_IMPORT_VISIT_FIRMNESS] = { "firmness", N_ ("How firm"), "critical",
                                 "firmness|howfirm|critical|timecritical|priority", FALSE },
  [GW_IMPORT_VISIT_KIND] = { "kind", N_ ("Kind"), "support", "kind|type|visittype|calltype",
                             FALSE },
  [GW_IMPORT_VISIT_PURPOSE] = { "purpose", N_ ("What for"), "breakfast and medication",
                                "purpose|whatfor|task|tasks|description|service|visitname|callname",
                                FALSE },
  [GW_IMPORT_VISIT_NEEDED] = { "colleagues_needed", N_ ("Colleagues needed"), "2",
                               "colleaguesneeded|workersneeded|carersneeded|carersrequired|"
                               "staffrequired|requiredcarers|doubleup|doublehanded|"
                               "numberofcarers|carers|needed",
                               FALSE },
  [GW_IMPORT_VISIT_SKILLS] = { "skills", N_ ("Skills needed"), "Medication; Catheter care",
                               "skills|skillsneeded|requiredskills|skillsrequired|training|needs",
                               FALSE },
  [GW_IMPORT_VISIT_COLLEAGUES] = { "colleagues", N_ ("Who comes"), "Marta Zielińska; Dev Rathod",
                                   "colleagues|colleague|whocomes|worker|workers|carer|carername|"
                                   "assignedto|assigned|staff|employee|plannedcarer|"
                                   "carer1|worker1|colleague1|plannedcolleague|staffmember|"
                                   "allocatedto",
                                   FALSE },
  [GW_IMPORT_VISIT_SECOND_COLLEAGUE] = { "second_colleague", N_ ("Second colleague"), "Dev Rathod",
                                         "carer2|worker2|colleague2|secondcolleague|secondcarer|"
                                         "secondworker",
                                         FALSE },
  [GW_IMPORT_VISIT_FUNDER] = { "funder", N_ ("Funder"), "Hartlow Council",
                               "funder|funding|payer|contract|purchaser|fundedby", FALSE },
  [GW_IMPORT_VISIT_RATE] = { "rate", N_ ("Rate an hour"), "26.40",
                             "rate|chargerate|hourlyrate|rateanhour", FALSE },
  [GW_IMPORT_VISIT_ACTUAL_START] = { "actual_start", N_ ("Really started"), "08:12",
                                     "reallystarted|actualstart|actualstarttime|actualtimein|"
                                     "checkin|checkedin|clockin|login|logintime|timein|arrived",
                                     FALSE },
  [GW_IMPORT_VISIT_ACTUAL_END] = { "actual_end", N_ ("Really ended"), "08:41",
                                   "reallyended|actualend|actualendtime|actualtimeout|checkout|"
                                   "checkedout|clockout|logout|logouttime|timeout|departed",
                                   FALSE },
  [GW_IMPORT_VISIT_ACTUAL_NOTE] = { "actual_note", N_ ("What made the difference"),
                                    "The lift was out of order",
                                    "whatmadethedifference|actualnote|visitnote|visitnotes|"
                                    "lateness|latereason",
                                    FALSE },
};

static const GwImportField regular_fields[] = {
  [GW_IMPORT_REGULAR_ID] = { "id", N_ ("Id"), "0190f3c2-…", "id|uuid|recordid", FALSE },
  [GW_IMPORT_REGULAR_PERSON] = { "person", N_ ("Person"), "Rose Tanner",
                                 "person|name|personname|client|clientname|customer|customername|"
                                 "serviceuser|serviceusername|resident|personwesupport|visitto",
                                 TRUE },
  [GW_IMPORT_REGULAR_DAYS] = { "days", N_ ("Days"), "every Monday and Thursday",
                               "days|weekdays|dayofweek|daysofweek|dayoftheweek|repeats|"
                               "recurrence|frequency|pattern",
                               FALSE },
  [GW_IMPORT_REGULAR_MONDAY] = { "monday", N_ ("Monday"), "x", "monday|mon", FALSE },
  [GW_IMPORT_REGULAR_TUESDAY] = { "tuesday", N_ ("Tuesday"), "x", "tuesday|tue|tues", FALSE },
  [GW_IMPORT_REGULAR_WEDNESDAY] = { "wednesday", N_ ("Wednesday"), "x", "wednesday|wed", FALSE },
  [GW_IMPORT_REGULAR_THURSDAY] = { "thursday", N_ ("Thursday"), "x", "thursday|thu|thur|thurs",
                                   FALSE },
  [GW_IMPORT_REGULAR_FRIDAY] = { "friday", N_ ("Friday"), "x", "friday|fri", FALSE },
  [GW_IMPORT_REGULAR_SATURDAY] = { "saturday", N_ ("Saturday"), "x", "saturday|sat", FALSE },
  [GW_IMPORT_REGULAR_SUNDAY] = { "sunday", N_ ("Sunday"), "x", "sunday|sun", FALSE },
  [GW_IMPORT_REGULAR_EVERY] = { "every_weeks", N_ ("Every"), "2",
                                "every|everyweeks|weeks|interval|everynweeks", FALSE },
  [GW_IMPORT_REGULAR_FIRST_DAY] = { "first_day", N_ ("From"), "30/11/2026",
                                    "fromday|firstday|startdate|validfrom|effectivefrom|since",
                                    FALSE },
  [GW_IMPORT_REGULAR_LAST_DAY] = { "last_day", N_ ("Until"), "28/02/2027",
                                   "untilday|lastday|enddate|validto|effectiveto|untildate",
                                   FALSE },
  [GW_IMPORT_REGULAR_IDEAL] = { "ideal", N_ ("Wished time"), "08:00",
                                "wishedtime|ideal|idealtime|preferredtime|agreedtime|"
                                "requestedtime|wished|start|starttime|time|calltime|visittime|from",
                                FALSE },
  [GW_IMPORT_REGULAR_END] = { "end", N_ ("Planned end"), "08:30",
                              "end|endtime|plannedend|to|timeto|visitend|callend|finish", FALSE },
  [GW_IMPORT_REGULAR_TIMES] = { "times", N_ ("Window"), "07:30-08:30",
                                "window|timewindow|times|startwindow|between", FALSE },
  [GW_IMPORT_REGULAR_DURATION] = { "duration", N_ ("Length"), "30",
                                   "minutes|length|duration|mins|visitlength|calllength|"
                                   "durationminutes|lengthminutes",
                                   FALSE },
  [GW_IMPORT_REGULAR_TOLERANCE] = { "tolerance", N_ ("Give or take"), "30",
                                    "giveortake|tolerance|flex|flexibility|plusminus", FALSE },
  [GW_IMPORT_REGULAR_EARLIEST] = { "earliest", N_ ("Earliest start"), "07:30",
                                   "earlieststart|earliest|notbefore|windowstart|mintime", FALSE },
  [GW_IMPORT_REGULAR_LATEST] = { "latest", N_ ("Latest start"), "08:30",
                                 "lateststart|latest|notafter|maxtime", FALSE },
  [GW_IMPORT_REGULAR_FIRMNESS] = { "firmness", N_ ("How firm"), "critical",
                                   "firmness|howfirm|critical|timecritical|priority", FALSE },
  [GW_IMPORT_REGULAR_KIND] = { "kind", N_ ("Kind"), "support", "kind|type|visittype|calltype",
                               FALSE },
  [GW_IMPORT_REGULAR_PURPOSE] = { "purpose", N_ ("What for"), "breakfast and medication",
                                  "purpose|whatfor|task|tasks|description|service|visitname|"
                                  "callname",
                                  FALSE },
  [GW_IMPORT_REGULAR_NEEDED] = { "colleagues_needed", N_ ("Colleagues needed"), "2",
                                 "colleaguesneeded|workersneeded|carersneeded|carersrequired|"
                                 "staffrequired|requiredcarers|doubleup|doublehanded|"
                                 "numberofcarers|carers|needed",
                                 FALSE },
  [GW_IMPORT_REGULAR_SKILLS] = { "skills", N_ ("Skills needed"), "Medication; Catheter care",
                                 "skills|skillsneeded|requiredskills|skillsrequired|training|needs",
                                 FALSE },
  [GW_IMPORT_REGULAR_FUNDER] = { "funder", N_ ("Funder"), "Hartlow Council",
                                 "funder|funding|payer|contract|purchaser|fundedby", FALSE },
  [GW_IMPORT_REGULAR_RATE] = { "rate", N_ ("Rate an hour"), "26.40",
                               "rate|chargerate|hourlyrate|rateanhour", FALSE },
};

static const GwImportField travel_fields[] = {
  [GW_IMPORT_TRAVEL_FROM] = { "from", N_ ("From"), "Rose Tanner", "from|origin|start|fromperson|a",
                              TRUE },
  [GW_IMPORT_TRAVEL_TO] = { "to", N_ ("To"), "Ali Rahman", "to|destination|end|toperson|b", FALSE },
  [GW_IMPORT_TRAVEL_MINUTES] = { "minutes", N_ ("Takes"), "7",
                                 "minutes|mins|takes|time|duration|traveltime|min", FALSE },
  [GW_IMPORT_TRAVEL_MODE] = { "mode", N_ ("By"), "car", "by|mode|travelmode|transport", FALSE },
  [GW_IMPORT_TRAVEL_BOTH_WAYS] = { "both_ways", N_ ("The same back"), "yes",
                                   "bothways|thesameback|symmetric|return", FALSE },
  [GW_IMPORT_TRAVEL_NOTE] = { "note", N_ ("Why"), "Level crossing", "why|note|notes|comment",
                              FALSE },
};

static const struct
{
  const char *key;
  const char *label;
  const GwImportField *fields;
  guint n_fields;
} targets[GW_IMPORT_N_TARGETS] = {
  [GW_IMPORT_COLLEAGUES] = { "colleagues", N_ ("Colleagues"), colleague_fields,
                             G_N_ELEMENTS (colleague_fields) },
  [GW_IMPORT_PEOPLE] = { "people", N_ ("People we support"), person_fields,
                         G_N_ELEMENTS (person_fields) },
  [GW_IMPORT_SHIFTS] = { "shifts", N_ ("Shifts"), shift_fields, G_N_ELEMENTS (shift_fields) },
  [GW_IMPORT_VISITS] = { "visits", N_ ("Visits"), visit_fields, G_N_ELEMENTS (visit_fields) },
  [GW_IMPORT_REGULAR_VISITS] = { "regular-visits", N_ ("Regular visits"), regular_fields,
                                 G_N_ELEMENTS (regular_fields) },
  [GW_IMPORT_TRAVEL] = { "travel", N_ ("Travel times"), travel_fields,
                         G_N_ELEMENTS (travel_fields) },
};

const char *
gw_import_target_get_key (GwImportTarget target)
{
  return targets[target].key;
}

const char *
gw_import_target_get_label (GwImportTarget target)
{
  return _ (targets[target].label);
}

const GwImportField *
gw_import_target_get_fields (GwImportTarget target, guint *out_n_fields)
{
  *out_n_fields = targets[target].n_fields;
  return targets[target].fields;
}
