--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: cases; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA cases;


--
-- Name: SCHEMA cases; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA cases IS '程序：列入、异议、提前移出，各步骤与期限';


--
-- Name: intake; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA intake;


--
-- Name: SCHEMA intake; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA intake IS '接收：行为账、收到的文件、退回的行、文书依据';


--
-- Name: law; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA law;


--
-- Name: SCHEMA law; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA law IS '法规：条款、政策口径、参数、工作日历';


--
-- Name: lists; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA lists;


--
-- Name: SCHEMA lists; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA lists IS '名单与分级：名单成员、等级及依据、年度统计表';


--
-- Name: ops; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA ops;


--
-- Name: SCHEMA ops; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA ops IS '运行：机关、报送单位、经办人、作业';


--
-- Name: publication; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA publication;


--
-- Name: SCHEMA publication; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA publication IS '公示：各渠道应示、已示、队列、送达与回读';


--
-- Name: records; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA records;


--
-- Name: SCHEMA records; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA records IS '信用记录：处罚、事故、标准化、荣誉、禁入、修复结果';


--
-- Name: register; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA register;


--
-- Name: SCHEMA register; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA register IS '主体：单位与人员、代码、任职';


--
-- Name: reports; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA reports;


--
-- Name: SCHEMA reports; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA reports IS '报表：供分析人员只读的视图和函数';


--
-- Name: supervision; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA supervision;


--
-- Name: SCHEMA supervision; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA supervision IS '监管：措施、高危行业规定、年度计划、随机抽取';


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: grade; Type: TYPE; Schema: law; Owner: -
--

CREATE TYPE law.grade AS ENUM (
    'A',
    'B',
    'C',
    'D'
);


--
-- Name: TYPE grade; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TYPE law.grade IS 'grade of a subject, mildest first; a later value is stricter than an earlier one, except that B is the residual grade below A (RD-14: D > C > A > B when several apply)';


--
-- Name: rule_set; Type: TYPE; Schema: law; Owner: -
--

CREATE TYPE law.rule_set AS (
	as_of date,
	conditions_of_a text,
	penalised_last text,
	honours_of_any_year_count boolean,
	commendations_last_for_ever boolean,
	mild_penalties_count boolean,
	only_safety_breaks_a1 boolean,
	penalties_of_principals_count boolean,
	open_accidents_count boolean,
	repairs_count boolean,
	objections_suspend boolean,
	lists_run_side_by_side boolean,
	a1_accident_term interval,
	a1_penalty_term interval,
	a4_term interval,
	b1_penalty_term interval,
	a1_accidents_since date,
	a1_penalties_since date,
	a4_since date,
	b1_penalties_since date
);


--
-- Name: TYPE rule_set; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TYPE law.rule_set IS 'The answers to the readings, the numbers and the windows by which grades are given on a day; made by law.rule_set_on.';


--
-- Name: COLUMN rule_set.as_of; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.as_of IS 'the day';


--
-- Name: COLUMN rule_set.conditions_of_a; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.conditions_of_a IS 'answer to RD-03';


--
-- Name: COLUMN rule_set.penalised_last; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.penalised_last IS 'answer to RD-05';


--
-- Name: COLUMN rule_set.honours_of_any_year_count; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.honours_of_any_year_count IS 'RD-09 b';


--
-- Name: COLUMN rule_set.commendations_last_for_ever; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.commendations_last_for_ever IS 'RD-10 b';


--
-- Name: COLUMN rule_set.mild_penalties_count; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.mild_penalties_count IS 'RD-11, not b';


--
-- Name: COLUMN rule_set.only_safety_breaks_a1; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.only_safety_breaks_a1 IS 'RD-12 b';


--
-- Name: COLUMN rule_set.penalties_of_principals_count; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.penalties_of_principals_count IS 'RD-13 b';


--
-- Name: COLUMN rule_set.open_accidents_count; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.open_accidents_count IS 'RD-21, not b';


--
-- Name: COLUMN rule_set.repairs_count; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.repairs_count IS 'RD-28 a';


--
-- Name: COLUMN rule_set.objections_suspend; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.objections_suspend IS 'RD-39 b';


--
-- Name: COLUMN rule_set.lists_run_side_by_side; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.lists_run_side_by_side IS 'RD-14 b';


--
-- Name: COLUMN rule_set.a1_accident_term; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.a1_accident_term IS 'how long a fatal accident breaks A1 (RD-07)';


--
-- Name: COLUMN rule_set.a1_penalty_term; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.a1_penalty_term IS 'how long a penalty breaks A1 (RD-07)';


--
-- Name: COLUMN rule_set.a4_term; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.a4_term IS 'how long a commendation counts (RD-07)';


--
-- Name: COLUMN rule_set.b1_penalty_term; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.b1_penalty_term IS 'how long a penalty breaks B1 (RD-07)';


--
-- Name: COLUMN rule_set.a1_accidents_since; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.a1_accidents_since IS 'first day whose accidents break A1 (RD-07)';


--
-- Name: COLUMN rule_set.a1_penalties_since; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.a1_penalties_since IS 'first day whose penalties break A1 (RD-07)';


--
-- Name: COLUMN rule_set.a4_since; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.a4_since IS 'first day whose commendations count (RD-07)';


--
-- Name: COLUMN rule_set.b1_penalties_since; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.rule_set.b1_penalties_since IS 'first day whose penalties break B1 (RD-07)';


--
-- Name: accident_severity; Type: TYPE; Schema: records; Owner: -
--

CREATE TYPE records.accident_severity AS ENUM (
    'ordinary',
    'larger',
    'major',
    'extraordinary'
);


--
-- Name: TYPE accident_severity; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TYPE records.accident_severity IS '一般 < 较大 < 重大 < 特别重大; Regulation on accident reports 2007, Art. 3';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: parameter; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.parameter (
    parameter_code text NOT NULL,
    valid_from date NOT NULL,
    value integer NOT NULL,
    unit text NOT NULL,
    article text NOT NULL,
    is_verified boolean NOT NULL,
    note text,
    CONSTRAINT parameter_unit_is_known CHECK ((unit = ANY (ARRAY['month'::text, 'working day'::text, 'calendar day'::text, 'count'::text, 'percent'::text, 'year'::text, 'fen'::text])))
);


--
-- Name: TABLE parameter; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.parameter IS 'One row is the value of one number of the law from a day on, until the next row of the same code.';


--
-- Name: COLUMN parameter.parameter_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter.parameter_code IS 'kebab-case name of the number';


--
-- Name: COLUMN parameter.valid_from; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter.valid_from IS 'first day on which the value applies';


--
-- Name: COLUMN parameter.value; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter.value IS 'the number, in unit';


--
-- Name: COLUMN parameter.unit; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter.unit IS 'unit of the value';


--
-- Name: COLUMN parameter.article; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter.article IS 'article or reading the number comes from';


--
-- Name: COLUMN parameter.is_verified; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter.is_verified IS 'whether the text of the article was read; false: known from secondary sources only';


--
-- Name: COLUMN parameter.note; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter.note IS 'remark; null when there is nothing to add';


--
-- Name: policy; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.policy (
    reading_code text NOT NULL,
    valid_from date NOT NULL,
    option_code text NOT NULL,
    decided_by text NOT NULL
);


--
-- Name: TABLE policy; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.policy IS 'One row is the answer a bureau chose for one reading from a day on.';


--
-- Name: COLUMN policy.reading_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.policy.reading_code IS 'the reading';


--
-- Name: COLUMN policy.valid_from; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.policy.valid_from IS 'first day on which the answer applies';


--
-- Name: COLUMN policy.option_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.policy.option_code IS 'the chosen answer';


--
-- Name: COLUMN policy.decided_by; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.policy.decided_by IS 'who decided it, by which document';


--
-- Name: reading_option; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.reading_option (
    reading_code text NOT NULL,
    option_code text NOT NULL,
    text_en text NOT NULL,
    is_default boolean NOT NULL,
    text_zh text DEFAULT ''::text NOT NULL
);


--
-- Name: TABLE reading_option; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.reading_option IS 'One row is one answer to a reading.';


--
-- Name: COLUMN reading_option.reading_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading_option.reading_code IS 'the question';


--
-- Name: COLUMN reading_option.option_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading_option.option_code IS 'a is the default answer; b, c are alternatives';


--
-- Name: COLUMN reading_option.text_en; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading_option.text_en IS 'the answer';


--
-- Name: COLUMN reading_option.is_default; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading_option.is_default IS 'whether this answer applies where no policy row says otherwise';


--
-- Name: COLUMN reading_option.text_zh; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading_option.text_zh IS 'the answer in Chinese';


--
-- Name: policy_regime(text); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.policy_regime(reading_code text) RETURNS TABLE(option_code text, governs daterange)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH first_day AS (
          SELECT min(p.valid_from) AS of_the_plan
            FROM law.parameter p
         ), answer AS (
          SELECT p.option_code,
             p.valid_from
            FROM law.policy p
           WHERE (p.reading_code = policy_regime.reading_code)
         UNION ALL
          SELECT o.option_code,
             NULL::date
            FROM (law.reading_option o
              CROSS JOIN first_day)
           WHERE ((o.reading_code = policy_regime.reading_code) AND o.is_default AND (NOT (EXISTS ( SELECT
                    FROM law.policy p
                   WHERE ((p.reading_code = policy_regime.reading_code) AND (p.valid_from <= first_day.of_the_plan))))))
         )
  SELECT a.option_code,
     daterange(
         CASE
             WHEN (lag(a.option_code) OVER version IS NOT NULL) THEN a.valid_from
             ELSE NULL::date
         END, lead(a.valid_from) OVER version) AS daterange
    FROM answer a
   WINDOW version AS (ORDER BY a.valid_from NULLS FIRST);
END;


--
-- Name: FUNCTION policy_regime(reading_code text); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.policy_regime(reading_code text) IS 'Which answer to a reading governs the decisions of which days: what is asked of a decision goes by the rule of its own day, and no later change reaches it.
A decision older than the plan goes by the rule of the plan''s first day.
Shape: one row per answer that ever applies; governs are days of decision, one after the other without a gap. Join it on governs @> the decision''s day.
What a day''s grades ask goes by law.policy_option.';


--
-- Name: calendar_day; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.calendar_day (
    day date NOT NULL,
    is_working_day boolean NOT NULL,
    working_day_no integer NOT NULL,
    is_provisional boolean NOT NULL
);


--
-- Name: TABLE calendar_day; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.calendar_day IS 'One row is one day; derived from the notices by law.rebuild_calendar.';


--
-- Name: COLUMN calendar_day.day; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_day.day IS 'the day, Asia/Shanghai';


--
-- Name: COLUMN calendar_day.is_working_day; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_day.is_working_day IS 'whether offices work';


--
-- Name: COLUMN calendar_day.working_day_no; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_day.working_day_no IS 'number of working days from the first day of the table to this day, this day included';


--
-- Name: COLUMN calendar_day.is_provisional; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_day.is_provisional IS 'whether a notice that is still to come may change the day (RD-38)';


--
-- Name: moved_last_day(); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.moved_last_day() RETURNS TABLE(last_day date, moves_to date, governs daterange)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT rest.day,
     working.day,
     regime.governs
    FROM ((law.policy_regime('RD-30'::text) regime(option_code, governs)
      JOIN law.calendar_day rest ON ((NOT rest.is_working_day)))
      JOIN law.calendar_day working ON ((working.is_working_day AND (working.working_day_no = (rest.working_day_no + 1)))))
   WHERE ((regime.option_code = 'b'::text) AND (EXISTS ( SELECT
            FROM law.policy_regime('RD-30'::text) any_regime(option_code, governs)
           WHERE (any_regime.option_code = 'b'::text))));
END;


--
-- Name: FUNCTION moved_last_day(); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.moved_last_day() IS 'Last days of management and publication periods that do not stand: by option b of RD-30 one on a rest day moves to the next working day, by default none does, because a burden does not grow.
The answer of the day of the decision applies. A day the calendar does not reach is taken as a working day.
Shape: one row per rest day and regime: join it on the last day counted by months and on governs @> the day of the decision.
Source: Civil Code Art. 203, RD-30.';


--
-- Name: register_id; Type: SEQUENCE; Schema: ops; Owner: -
--

CREATE SEQUENCE ops.register_id
    START WITH 421300000000001
    INCREMENT BY 1
    NO MINVALUE
    MAXVALUE 421399999999999
    CACHE 32;


--
-- Name: SEQUENCE register_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON SEQUENCE ops.register_id IS 'one sequence for every id of the register; starts at the prefecture code × 10¹¹';


--
-- Name: procedure_case; Type: TABLE; Schema: cases; Owner: -
--

CREATE TABLE cases.procedure_case (
    subject_id bigint NOT NULL,
    case_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    procedure_code text NOT NULL,
    about_record_id bigint,
    about_membership_id bigint,
    clause_code text,
    agency_code text NOT NULL,
    handler_code text NOT NULL,
    opened_on date NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    ends_with_membership boolean NOT NULL,
    CONSTRAINT objection_is_about_a_record CHECK (((procedure_code <> 'objection'::text) OR (about_record_id IS NOT NULL))),
    CONSTRAINT procedure_is_known CHECK ((procedure_code = ANY (ARRAY['listing'::text, 'objection'::text, 'early_removal'::text, 'revocation'::text, 'restoration'::text, 'merger'::text]))),
    CONSTRAINT removal_is_about_a_membership CHECK (((procedure_code <> ALL (ARRAY['early_removal'::text, 'revocation'::text, 'restoration'::text, 'merger'::text])) OR (about_membership_id IS NOT NULL)))
);


--
-- Name: TABLE procedure_case; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON TABLE cases.procedure_case IS 'One row is one run of a procedure for one subject; its state is that of its last step.';


--
-- Name: COLUMN procedure_case.subject_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.subject_id IS 'the subject';


--
-- Name: COLUMN procedure_case.case_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.case_id IS 'id of the case';


--
-- Name: COLUMN procedure_case.procedure_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.procedure_code IS 'listing, objection, early_removal, revocation, restoration or merger';


--
-- Name: COLUMN procedure_case.about_record_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.about_record_id IS 'record in question; null when the case is about a membership';


--
-- Name: COLUMN procedure_case.about_membership_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.about_membership_id IS 'membership in question; null when there is none yet';


--
-- Name: COLUMN procedure_case.clause_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.clause_code IS 'ground of a listing; null for other procedures';


--
-- Name: COLUMN procedure_case.agency_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.agency_code IS 'agency responsible';


--
-- Name: COLUMN procedure_case.handler_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.handler_code IS 'officer who handles the case and may not decide it';


--
-- Name: COLUMN procedure_case.opened_on; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.opened_on IS 'legal date of the first step';


--
-- Name: COLUMN procedure_case.act_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.act_id IS 'act that opened it';


--
-- Name: COLUMN procedure_case.known_at; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.known_at IS 'time from which it is known';


--
-- Name: COLUMN procedure_case.ends_with_membership; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.procedure_case.ends_with_membership IS 'whether the case, while undecided, loses its object when the membership ends';


--
-- Name: step; Type: TABLE; Schema: cases; Owner: -
--

CREATE TABLE cases.step (
    subject_id bigint NOT NULL,
    case_id bigint NOT NULL,
    step_no integer NOT NULL,
    step_code text NOT NULL,
    done_on date NOT NULL,
    officer_code text NOT NULL,
    outcome text,
    was_due_on date,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT decision_has_an_outcome CHECK (((step_code <> 'decided'::text) OR (outcome IS NOT NULL))),
    CONSTRAINT outcome_is_known CHECK ((outcome = ANY (ARRAY['list'::text, 'not_list'::text, 'change'::text, 'delete'::text, 'keep'::text, 'granted'::text, 'denied'::text, 'revoke'::text, 'restore'::text, 'not_restore'::text, 'new_listing'::text, 'no_transfer'::text]))),
    CONSTRAINT step_is_known CHECK ((step_code = ANY (ARRAY['notice_served'::text, 'defence_waived'::text, 'defence_heard'::text, 'decided'::text, 'filed'::text, 'opened'::text, 'accepted'::text, 'refused'::text, 'served'::text, 'entered'::text, 'reported'::text, 'moot'::text])))
);


--
-- Name: TABLE step; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON TABLE cases.step IS 'One row is one step done in one case; append-only. The due date of an open step is derived from the step before it and the calendar as it is now; a step that is done keeps the due date it had.';


--
-- Name: COLUMN step.subject_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.subject_id IS 'the subject';


--
-- Name: COLUMN step.case_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.case_id IS 'the case';


--
-- Name: COLUMN step.step_no; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.step_no IS '1, 2, 3 … in the case';


--
-- Name: COLUMN step.step_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.step_code IS 'what was done';


--
-- Name: COLUMN step.done_on; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.done_on IS 'legal date';


--
-- Name: COLUMN step.officer_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.officer_code IS 'who did it';


--
-- Name: COLUMN step.outcome; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.outcome IS 'list, not_list, change, delete, keep, granted, denied, revoke, restore, not_restore, new_listing, no_transfer; null where a step has no outcome';


--
-- Name: COLUMN step.was_due_on; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.was_due_on IS 'last day on which the step was in time, as it stood when it was done: never recomputed (RD-38); null when no term ran';


--
-- Name: COLUMN step.detail; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.detail IS 'document numbers, conditions checked, opinion';


--
-- Name: COLUMN step.act_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.act_id IS 'act that did it';


--
-- Name: COLUMN step.known_at; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.step.known_at IS 'time from which it is known';


--
-- Name: membership; Type: TABLE; Schema: lists; Owner: -
--

CREATE TABLE lists.membership (
    subject_id bigint NOT NULL,
    membership_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    list_code text NOT NULL,
    clause_code text NOT NULL,
    decision_number text NOT NULL,
    agency_code text NOT NULL,
    listed_on date NOT NULL,
    published_on date,
    period_months smallint NOT NULL,
    period_basis text,
    unit_id bigint,
    founding_record_id bigint,
    case_id bigint,
    restores_membership_id bigint,
    ended_on date,
    end_reason text,
    end_decision_number text,
    expired_on date,
    version_no integer NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    capped_on date,
    last_day date GENERATED ALWAYS AS (LEAST(((published_on + make_interval(months => (period_months)::integer)))::date, capped_on)) STORED,
    during daterange GENERATED ALWAYS AS (daterange(LEAST(listed_on, ended_on, published_on), LEAST(ended_on, (LEAST(((published_on + make_interval(months => (period_months)::integer)))::date, capped_on) + 1)))) STORED NOT NULL,
    CONSTRAINT expiry_is_after_the_last_day CHECK ((expired_on > last_day)),
    CONSTRAINT list_is_known CHECK ((list_code = ANY (ARRAY['red'::text, 'penalised'::text, 'serious'::text]))),
    CONSTRAINT membership_end_has_a_reason CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
    CONSTRAINT membership_end_reason_is_known CHECK ((end_reason = ANY (ARRAY['early_removal'::text, 'revoked'::text, 'annulled'::text, 'repaired'::text, 'objection'::text, 'corrected'::text, 'deregistered'::text]))),
    CONSTRAINT membership_ends_after_it_starts CHECK ((ended_on >= listed_on)),
    CONSTRAINT membership_is_published_after_it_is_decided CHECK ((published_on >= listed_on)),
    CONSTRAINT membership_lasts_at_most_three_years CHECK (((period_months >= 1) AND (period_months <= 36))),
    CONSTRAINT period_is_capped_after_it_starts CHECK ((capped_on >= listed_on)),
    CONSTRAINT serious_listing_rests_on_a_penalty CHECK (((list_code <> 'serious'::text) OR (founding_record_id IS NOT NULL) OR (period_basis ~ '\S'::text)))
);


--
-- Name: TABLE membership; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON TABLE lists.membership IS 'One row is one membership of one unit or person in one list as it is known now; guarded by constraints. History stands in lists.membership_version.';


--
-- Name: COLUMN membership.subject_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.subject_id IS 'unit or person listed';


--
-- Name: COLUMN membership.membership_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.membership_id IS 'id; also the public id of its entry';


--
-- Name: COLUMN membership.list_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.list_code IS 'penalised (grade C) or serious (grade D); red is kept for a published red list';


--
-- Name: COLUMN membership.clause_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.clause_code IS 'ground';


--
-- Name: COLUMN membership.decision_number; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.decision_number IS 'decision that lists: the penalty decision for penalised, the listing decision for serious';


--
-- Name: COLUMN membership.agency_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.agency_code IS 'deciding agency: who punishes decides and answers (Order 11 Art. 4)';


--
-- Name: COLUMN membership.listed_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.listed_on IS 'date of that decision (列入之日, RD-33); first day of the membership';


--
-- Name: COLUMN membership.published_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.published_on IS 'first success on a required channel (公布之日, RD-16); null: no end yet';


--
-- Name: COLUMN membership.period_months; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.period_months IS 'management period in months, at most 36 (RD-17)';


--
-- Name: COLUMN membership.period_basis; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.period_basis IS 'why the period is shorter than the longest in force, or the basis of a transferred listing (RD-47); null otherwise';


--
-- Name: COLUMN membership.unit_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.unit_id IS 'unit in whose matter a person is listed; null for units; no foreign key across subjects';


--
-- Name: COLUMN membership.founding_record_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.founding_record_id IS 'penalty the membership rests on: of the subject, or of the unit for a person';


--
-- Name: COLUMN membership.case_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.case_id IS 'listing case; null for the penalised list, which needs none';


--
-- Name: COLUMN membership.restores_membership_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.restores_membership_id IS 'membership this one restores after fraud (RD-40); null otherwise';


--
-- Name: COLUMN membership.ended_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.ended_on IS 'first day no longer listed, when ended by a decision (RD-19); null otherwise';


--
-- Name: COLUMN membership.end_reason; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.end_reason IS 'early_removal, revoked, annulled, repaired, objection, corrected (void from its first day), deregistered; null while not ended';


--
-- Name: COLUMN membership.end_decision_number; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.end_decision_number IS 'decision that ended it; null where none is needed';


--
-- Name: COLUMN membership.expired_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.expired_on IS 'first day off after the full period, once the expiry is recorded (RD-02, RD-30, RD-32); null before';


--
-- Name: COLUMN membership.version_no; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.version_no IS 'number of the newest version';


--
-- Name: COLUMN membership.act_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.act_id IS 'act that brought the newest version';


--
-- Name: COLUMN membership.known_at; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.known_at IS 'time from which the newest version is known';


--
-- Name: COLUMN membership.capped_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.capped_on IS 'last day at the latest, whatever the period says: the old end of a restored listing by option c of RD-40; null without such a limit';


--
-- Name: COLUMN membership.last_day; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.last_day IS 'last day by the period, whatever may end it before (RD-02); null while unpublished';


--
-- Name: COLUMN membership.during; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership.during IS 'days listed, half-open: from the decision to the first day off; without end while unpublished';


--
-- Name: moot_case(date); Type: FUNCTION; Schema: cases; Owner: -
--

CREATE FUNCTION cases.moot_case(as_of date) RETURNS TABLE(subject_id bigint, case_id bigint, membership_id bigint, moot_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.subject_id,
     c.case_id,
     m.membership_id,
     LEAST(m.ended_on, (COALESCE(moved.moves_to, m.last_day) + 1)) AS "least"
    FROM ((cases.procedure_case c
      JOIN lists.membership m ON (((m.subject_id = c.subject_id) AND (m.membership_id = c.about_membership_id))))
      LEFT JOIN law.moved_last_day() moved(last_day, moves_to, governs) ON (((moved.last_day = m.last_day) AND (moved.governs @> m.listed_on))))
   WHERE (c.ends_with_membership AND (c.opened_on <= moot_case.as_of) AND ((m.ended_on <= moot_case.as_of) OR (COALESCE(moved.moves_to, m.last_day) < moot_case.as_of)) AND (NOT (EXISTS ( SELECT
            FROM cases.step s
           WHERE ((s.subject_id = c.subject_id) AND (s.case_id = c.case_id) AND (s.done_on <= moot_case.as_of) AND (s.step_code = ANY (ARRAY['decided'::text, 'refused'::text, 'moot'::text])))))));
END;


--
-- Name: FUNCTION moot_case(as_of date); Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON FUNCTION cases.moot_case(as_of date) IS 'Cases that nobody has decided by a day on which the membership they are about is off the list already: an application for early removal after expiry, a re-examination after any other end.
Shape: one row per case; moot_on is the first day off the list. Source: Order 11 Art. 13, RD-30.';


--
-- Name: parameter_value(text, date); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.parameter_value(parameter_code text, as_of date) RETURNS integer
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
declare
    found integer;
begin
    select p.value into found
    from law.parameter as p
    where p.parameter_code = parameter_value.parameter_code and p.valid_from <= parameter_value.as_of
    order by p.valid_from desc
    limit 1;
    if found is null then
        raise exception 'no value of parameter % is in force on %', parameter_value.parameter_code, parameter_value.as_of
            using errcode = 'AX001', hint = 'add a row to law.parameter or ask for a later day';
    end if;
    return found;
end
$$;


--
-- Name: FUNCTION parameter_value(parameter_code text, as_of date); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.parameter_value(parameter_code text, as_of date) IS 'The value of a number of the law on a day.
Shape: one integer. Units: law.parameter.unit. Raises AX001 when no row is in force, instead of guessing.
Call it once per statement, never per row.';


--
-- Name: accident; Type: TABLE; Schema: records; Owner: -
--

CREATE TABLE records.accident (
    subject_id bigint NOT NULL,
    record_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    version_no integer NOT NULL,
    accident_number text NOT NULL,
    occurred_on date NOT NULL,
    severity records.accident_severity NOT NULL,
    death_count integer NOT NULL,
    serious_injury_count integer NOT NULL,
    direct_loss_fen bigint NOT NULL,
    responsibility text NOT NULL,
    report_approved_on date,
    report_number text,
    reporting_fault text,
    is_withdrawn boolean DEFAULT false NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT accident_counts_are_not_negative CHECK (((death_count >= 0) AND (serious_injury_count >= 0) AND (direct_loss_fen >= 0))),
    CONSTRAINT accident_reporting_fault_is_known CHECK ((reporting_fault = ANY (ARRAY['late'::text, 'omitted'::text, 'falsified'::text, 'concealed'::text]))),
    CONSTRAINT accident_responsibility_is_known CHECK ((responsibility = ANY (ARRAY['open'::text, 'responsible'::text, 'not_responsible'::text]))),
    CONSTRAINT severity_is_not_below_the_toll CHECK ((severity >=
CASE
    WHEN ((death_count >= 30) OR (serious_injury_count >= 100) OR (direct_loss_fen >= '10000000000'::bigint)) THEN 'extraordinary'::records.accident_severity
    WHEN ((death_count >= 10) OR (serious_injury_count >= 50) OR (direct_loss_fen >= '5000000000'::bigint)) THEN 'major'::records.accident_severity
    WHEN ((death_count >= 3) OR (serious_injury_count >= 10) OR (direct_loss_fen >= 1000000000)) THEN 'larger'::records.accident_severity
    ELSE 'ordinary'::records.accident_severity
END))
);


--
-- Name: TABLE accident; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TABLE records.accident IS 'One row is one version of one accident at one unit.';


--
-- Name: COLUMN accident.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.subject_id IS 'the unit';


--
-- Name: COLUMN accident.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.record_id IS 'the record; the same in all its versions';


--
-- Name: COLUMN accident.version_no; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.version_no IS '1, 2, 3 …';


--
-- Name: COLUMN accident.accident_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.accident_number IS 'number of the accident; several units may share it';


--
-- Name: COLUMN accident.occurred_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.occurred_on IS 'day of the accident';


--
-- Name: COLUMN accident.severity; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.severity IS 'grade of the accident; the highest of deaths, serious injuries and loss decides';


--
-- Name: COLUMN accident.death_count; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.death_count IS 'deaths within 30 days, 7 for road traffic and fire (RD-41)';


--
-- Name: COLUMN accident.serious_injury_count; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.serious_injury_count IS 'serious injuries, acute poisoning included';


--
-- Name: COLUMN accident.direct_loss_fen; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.direct_loss_fen IS 'direct economic loss in fen';


--
-- Name: COLUMN accident.responsibility; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.responsibility IS 'open while the report is not approved, then responsible or not_responsible (RD-21)';


--
-- Name: COLUMN accident.report_approved_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.report_approved_on IS '批复日期; null while open';


--
-- Name: COLUMN accident.report_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.report_number IS '批复文号; null while open';


--
-- Name: COLUMN accident.reporting_fault; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.reporting_fault IS 'late, omitted, falsified, concealed; null when reported as it should be; only the last two found a listing';


--
-- Name: COLUMN accident.is_withdrawn; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.is_withdrawn IS 'whether an objection showed that the record is wrong; it then never counts';


--
-- Name: COLUMN accident.officer_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.officer_code IS 'officer who recorded this version';


--
-- Name: COLUMN accident.act_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.act_id IS 'act that brought this version';


--
-- Name: COLUMN accident.known_at; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.accident.known_at IS 'time from which this version is known';


--
-- Name: accident_as_known(timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.accident_as_known(known_at timestamp with time zone) RETURNS SETOF records.accident
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.record_id,
     v.version_no,
     v.accident_number,
     v.occurred_on,
     v.severity,
     v.death_count,
     v.serious_injury_count,
     v.direct_loss_fen,
     v.responsibility,
     v.report_approved_on,
     v.report_number,
     v.reporting_fault,
     v.is_withdrawn,
     v.officer_code,
     v.act_id,
     v.known_at
    FROM records.accident v
   WHERE ((v.known_at <= accident_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM records.accident n
           WHERE ((n.subject_id = v.subject_id) AND (n.record_id = v.record_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= accident_as_known.known_at))))));
END;


--
-- Name: FUNCTION accident_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.accident_as_known(known_at timestamp with time zone) IS 'Accidents as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.accident, at most one for each subject_id, record_id.';


--
-- Name: answered_accident(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.answered_accident(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, record_id bigint, accident_number text, occurred_on date, severity records.accident_severity, reporting_fault text, report_approved_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT a.subject_id,
     a.record_id,
     a.accident_number,
     a.occurred_on,
     a.severity,
     a.reporting_fault,
     a.report_approved_on
    FROM records.accident_as_known(answered_accident.known_at) a(subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count, serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault, is_withdrawn, officer_code, act_id, known_at)
   WHERE ((a.responsibility = 'responsible'::text) AND (a.occurred_on <= answered_accident.as_of) AND (a.report_approved_on <= answered_accident.as_of) AND (NOT a.is_withdrawn));
END;


--
-- Name: FUNCTION answered_accident(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.answered_accident(as_of date, known_at timestamp with time zone) IS 'Accidents a unit answers for by a report approved by the day.
Shape: one row per unit and accident. Source: RD-21.';


--
-- Name: penalty; Type: TABLE; Schema: records; Owner: -
--

CREATE TABLE records.penalty (
    subject_id bigint NOT NULL,
    record_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    version_no integer NOT NULL,
    decision_number text NOT NULL,
    decided_on date NOT NULL,
    served_on date,
    agency_name text NOT NULL,
    agency_code text,
    is_safety boolean NOT NULL,
    is_simplified boolean NOT NULL,
    is_article_114_2 boolean NOT NULL,
    kinds text[] NOT NULL,
    illegal_act text,
    facts text,
    basis text,
    content text,
    fine_fen bigint,
    confiscated_fen bigint,
    licence_named text,
    accident_number text,
    annulled_on date,
    is_withdrawn boolean DEFAULT false NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT article_114_2_needs_a_safety_fine CHECK (((NOT is_article_114_2) OR (is_safety AND ('罚款'::text = ANY (kinds))))),
    CONSTRAINT fine_has_an_amount CHECK (((NOT ('罚款'::text = ANY (kinds))) OR (fine_fen IS NOT NULL))),
    CONSTRAINT penalty_amounts_are_not_negative CHECK (((fine_fen >= 0) AND (confiscated_fen >= 0))),
    CONSTRAINT penalty_is_annulled_after_it_was_decided CHECK ((annulled_on >= decided_on)),
    CONSTRAINT penalty_kinds_are_known CHECK (((cardinality(kinds) > 0) AND (kinds <@ ARRAY['警告'::text, '通报批评'::text, '罚款'::text, '没收违法所得'::text, '没收非法财物'::text, '暂扣许可证件'::text, '降低资质等级'::text, '吊销许可证件'::text, '限制开展生产经营活动'::text, '责令停产停业'::text, '责令关闭'::text, '限制从业'::text, '行政拘留'::text, '其他'::text])))
);


--
-- Name: TABLE penalty; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TABLE records.penalty IS 'One row is one version of one administrative penalty on one subject.';


--
-- Name: COLUMN penalty.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.subject_id IS 'unit or person punished; a penalty on a person is no record of the unit (RD-13)';


--
-- Name: COLUMN penalty.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.record_id IS 'the record; the same in all its versions';


--
-- Name: COLUMN penalty.version_no; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.version_no IS '1, 2, 3 …';


--
-- Name: COLUMN penalty.decision_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.decision_number IS '行政处罚决定书文号 (CF_WSH)';


--
-- Name: COLUMN penalty.decided_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.decided_on IS 'date on the decision document (RD-08)';


--
-- Name: COLUMN penalty.served_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.served_on IS 'day of service; null when not recorded';


--
-- Name: COLUMN penalty.agency_name; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.agency_name IS '处罚机关 as on the document';


--
-- Name: COLUMN penalty.agency_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.agency_code IS 'the agency, where it is one of the register; null otherwise';


--
-- Name: COLUMN penalty.is_safety; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.is_safety IS 'whether it punishes a breach of work-safety law (RD-12)';


--
-- Name: COLUMN penalty.is_simplified; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.is_simplified IS 'whether it was made on the spot (Penalty Law Art. 51)';


--
-- Name: COLUMN penalty.is_article_114_2; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.is_article_114_2 IS 'whether Work Safety Law Art. 114 para. 2 was applied (RD-26)';


--
-- Name: COLUMN penalty.kinds; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.kinds IS '处罚类别, the kinds of Penalty Law Art. 9';


--
-- Name: COLUMN penalty.illegal_act; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.illegal_act IS '违法行为类型; null when not given';


--
-- Name: COLUMN penalty.facts; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.facts IS '违法事实; null when not given';


--
-- Name: COLUMN penalty.basis; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.basis IS '处罚依据; null when not given';


--
-- Name: COLUMN penalty.content; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.content IS '处罚内容; null when not given';


--
-- Name: COLUMN penalty.fine_fen; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.fine_fen IS 'fine in fen; null when there is none';


--
-- Name: COLUMN penalty.confiscated_fen; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.confiscated_fen IS 'confiscated value in fen; null when there is none';


--
-- Name: COLUMN penalty.licence_named; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.licence_named IS 'licence suspended or revoked; null when none';


--
-- Name: COLUMN penalty.accident_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.accident_number IS 'accident it punishes; null for breaches found otherwise';


--
-- Name: COLUMN penalty.annulled_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.annulled_on IS 'first day on which it no longer counts, after annulment (RD-15); null while it stands';


--
-- Name: COLUMN penalty.is_withdrawn; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.is_withdrawn IS 'whether an objection showed that the record is wrong; it then never counts';


--
-- Name: COLUMN penalty.officer_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.officer_code IS 'officer who recorded this version';


--
-- Name: COLUMN penalty.act_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.act_id IS 'act that brought this version';


--
-- Name: COLUMN penalty.known_at; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.penalty.known_at IS 'time from which this version is known';


--
-- Name: penalty_as_known(timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.penalty_as_known(known_at timestamp with time zone) RETURNS SETOF records.penalty
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.record_id,
     v.version_no,
     v.decision_number,
     v.decided_on,
     v.served_on,
     v.agency_name,
     v.agency_code,
     v.is_safety,
     v.is_simplified,
     v.is_article_114_2,
     v.kinds,
     v.illegal_act,
     v.facts,
     v.basis,
     v.content,
     v.fine_fen,
     v.confiscated_fen,
     v.licence_named,
     v.accident_number,
     v.annulled_on,
     v.is_withdrawn,
     v.officer_code,
     v.act_id,
     v.known_at
    FROM records.penalty v
   WHERE ((v.known_at <= penalty_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM records.penalty n
           WHERE ((n.subject_id = v.subject_id) AND (n.record_id = v.record_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= penalty_as_known.known_at))))));
END;


--
-- Name: FUNCTION penalty_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.penalty_as_known(known_at timestamp with time zone) IS 'Penalties as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.penalty, at most one for each subject_id, record_id.';


--
-- Name: agency; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.agency (
    agency_code text NOT NULL,
    name text NOT NULL,
    parent_code text,
    level text NOT NULL,
    division_code text,
    is_emergency_department boolean NOT NULL,
    number_prefix text,
    CONSTRAINT agency_is_not_its_own_parent CHECK ((parent_code <> agency_code)),
    CONSTRAINT agency_level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'section'::text])))
);


--
-- Name: TABLE agency; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.agency IS 'One row is one authority that records, decides or publishes; a tree.';


--
-- Name: COLUMN agency.agency_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.agency.agency_code IS 'code used in acts and files';


--
-- Name: COLUMN agency.name; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.agency.name IS 'full legal name';


--
-- Name: COLUMN agency.parent_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.agency.parent_code IS 'next-higher agency; null at the top';


--
-- Name: COLUMN agency.level; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.agency.level IS 'province, city, county or section of a bureau';


--
-- Name: COLUMN agency.division_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.agency.division_code IS 'six-digit division it is responsible for; null where none exists (RD-44)';


--
-- Name: COLUMN agency.is_emergency_department; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.agency.is_emergency_department IS 'whether its safety penalties found grade C (RD-46)';


--
-- Name: COLUMN agency.number_prefix; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.agency.number_prefix IS 'word that opens its document numbers, such as 随应急; null when it issues none';


--
-- Name: listing_penalty(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.listing_penalty(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, record_id bigint, accident_number text, decided_on date, is_article_114_2 boolean, wording text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.subject_id,
     p.record_id,
     p.accident_number,
     p.decided_on,
     p.is_article_114_2,
     concat_ws(' '::text, p.illegal_act, p.facts, p.basis) AS wording
    FROM (records.penalty_as_known(listing_penalty.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
      JOIN ops.agency a ON (((a.agency_code = p.agency_code) AND a.is_emergency_department)))
   WHERE (p.is_safety AND (p.decided_on <= listing_penalty.as_of) AND (NOT p.is_withdrawn) AND ((p.annulled_on IS NULL) OR (p.annulled_on > listing_penalty.as_of)));
END;


--
-- Name: FUNCTION listing_penalty(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.listing_penalty(as_of date, known_at timestamp with time zone) IS 'Safety penalties of emergency departments that stand on a day: what a listing can rest on.
Shape: one row per penalty; wording is the breach, the facts and the basis as the decision gives them.
Source: Order 11 Arts. 3, 4; RD-15, RD-46.';


--
-- Name: punished_accident(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.punished_accident(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, record_id bigint, occurred_on date, severity records.accident_severity, reporting_fault text, penalty_ids bigint[], since_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT a.subject_id,
     a.record_id,
     a.occurred_on,
     a.severity,
     a.reporting_fault,
     array_agg(p.record_id ORDER BY p.decided_on, p.record_id) AS array_agg,
     GREATEST(a.report_approved_on, min(p.decided_on)) AS "greatest"
    FROM (records.answered_accident(punished_accident.as_of, punished_accident.known_at) a(subject_id, record_id, accident_number, occurred_on, severity, reporting_fault, report_approved_on)
      JOIN records.listing_penalty(punished_accident.as_of, punished_accident.known_at) p(subject_id, record_id, accident_number, decided_on, is_article_114_2, wording) ON (((p.subject_id = a.subject_id) AND (p.accident_number = a.accident_number))))
   GROUP BY a.subject_id, a.record_id, a.occurred_on, a.severity, a.reporting_fault, a.report_approved_on;
END;


--
-- Name: FUNCTION punished_accident(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.punished_accident(as_of date, known_at timestamp with time zone) IS 'Accidents a unit answers for and was punished for; a penalty punishes the accident whose number it bears.
Shape: one row per unit and accident, with the penalties in order of their dates; since_on is the day on which report and first penalty both stood.
Source: Order 11 Art. 3.';


--
-- Name: ground_da1(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_da1(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.subject_id,
     'DA1'::text,
     (ARRAY[p.record_id] || p.penalty_ids),
     p.penalty_ids,
     p.occurred_on,
     p.since_on,
     NULL::text AS text
    FROM records.punished_accident(ground_da1.as_of, ground_da1.known_at) p(subject_id, record_id, occurred_on, severity, reporting_fault, penalty_ids, since_on)
   WHERE (p.severity = ANY (ARRAY['major'::records.accident_severity, 'extraordinary'::records.accident_severity]));
END;


--
-- Name: FUNCTION ground_da1(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_da1(as_of date, known_at timestamp with time zone) IS 'Units that answer for a major or extraordinary accident and were punished for it.
Shape: as every ground: one row per unit and accident; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 1; Order 11 Art. 6(1).';


--
-- Name: ground_da2(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_da2(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH rule AS MATERIALIZED (
          SELECT make_interval(months => law.parameter_value('larger-accidents-months'::text, ground_da2.as_of)) AS term,
             law.parameter_value('larger-accidents-count'::text, ground_da2.as_of) AS least_count
         ), accident AS (
          SELECT a.subject_id,
             a.record_id,
             a.accident_number,
             a.occurred_on,
             a.report_approved_on
            FROM records.answered_accident(ground_da2.as_of, ground_da2.known_at) a(subject_id, record_id, accident_number, occurred_on, severity, reporting_fault, report_approved_on)
           WHERE (a.severity = 'larger'::records.accident_severity)
         ), counted AS (
          SELECT DISTINCT ON (last.subject_id) last.subject_id,
             last.occurred_on,
             last.accident_number,
             array_agg(a.record_id ORDER BY a.occurred_on, a.record_id) AS accident_ids,
             array_agg(a.accident_number) AS accident_numbers,
             GREATEST(max(a.report_approved_on), last.occurred_on) AS since_on
            FROM ((accident last
              CROSS JOIN rule)
              JOIN accident a ON (((a.subject_id = last.subject_id) AND (a.occurred_on <= last.occurred_on) AND ((a.occurred_on + rule.term) >= last.occurred_on))))
           GROUP BY last.subject_id, last.record_id, last.occurred_on, last.accident_number, rule.least_count
          HAVING (count(*) >= rule.least_count)
           ORDER BY last.subject_id, last.occurred_on DESC, last.record_id DESC
         ), punished AS (
          SELECT c.subject_id,
             c.accident_ids,
             c.occurred_on,
             c.since_on,
             COALESCE(array_agg(p_1.record_id ORDER BY (p_1.accident_number <> c.accident_number), p_1.decided_on, p_1.record_id) FILTER (WHERE (p_1.record_id IS NOT NULL)), '{}'::bigint[]) AS penalty_ids
            FROM (counted c
              LEFT JOIN records.listing_penalty(ground_da2.as_of, ground_da2.known_at) p_1(subject_id, record_id, accident_number, decided_on, is_article_114_2, wording) ON (((p_1.subject_id = c.subject_id) AND (p_1.accident_number = ANY (c.accident_numbers)))))
           GROUP BY c.subject_id, c.accident_ids, c.occurred_on, c.since_on
         )
  SELECT p.subject_id,
     'DA2'::text,
     (p.accident_ids || p.penalty_ids),
     p.penalty_ids,
     p.occurred_on,
     p.since_on,
     NULL::text AS text
    FROM punished p;
END;


--
-- Name: FUNCTION ground_da2(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_da2(as_of date, known_at timestamp with time zone) IS 'Units that answer for two or more larger accidents within 12 months, counted forward, the last day inside: the newest that completes the count.
Shape: as every ground: one row per unit; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does. Without a penalty nothing can be founded on it yet.
Source: plan IV D accident 2; Order 11 Art. 6(2); RD-20.';


--
-- Name: ground_da3(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_da3(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.subject_id,
     'DA3'::text,
     (
         CASE
             WHEN (a.record_id IS NULL) THEN '{}'::bigint[]
             ELSE ARRAY[a.record_id]
         END || p.record_id),
     ARRAY[p.record_id] AS "array",
     p.decided_on,
     p.decided_on,
     NULL::text AS text
    FROM (records.listing_penalty(ground_da3.as_of, ground_da3.known_at) p(subject_id, record_id, accident_number, decided_on, is_article_114_2, wording)
      LEFT JOIN records.answered_accident(ground_da3.as_of, ground_da3.known_at) a(subject_id, record_id, accident_number, occurred_on, severity, reporting_fault, report_approved_on) ON (((a.subject_id = p.subject_id) AND (a.accident_number = p.accident_number))))
   WHERE p.is_article_114_2;
END;


--
-- Name: FUNCTION ground_da3(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_da3(as_of date, known_at timestamp with time zone) IS 'Units fined two to five times by Work Safety Law Art. 114 paragraph 2, as the penalty record says; the amount alone never shows it.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 3; Order 11 Art. 6(3); RD-26.';


--
-- Name: ground_da4(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_da4(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.subject_id,
     'DA4'::text,
     (ARRAY[p.record_id] || p.penalty_ids),
     p.penalty_ids,
     p.occurred_on,
     p.since_on,
     NULL::text AS text
    FROM records.punished_accident(ground_da4.as_of, ground_da4.known_at) p(subject_id, record_id, occurred_on, severity, reporting_fault, penalty_ids, since_on)
   WHERE (p.reporting_fault = ANY (ARRAY['falsified'::text, 'concealed'::text]));
END;


--
-- Name: FUNCTION ground_da4(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_da4(as_of date, known_at timestamp with time zone) IS 'Units that falsified or concealed an accident they answer for and were punished for; lateness and omission are none.
Shape: as every ground: one row per unit and accident; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 4; Order 11 Art. 6(4).';


--
-- Name: clause; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.clause (
    clause_code text NOT NULL,
    source text NOT NULL,
    article text NOT NULL,
    grade law.grade,
    target text,
    text_zh text NOT NULL,
    is_accident boolean NOT NULL,
    sort_order smallint NOT NULL,
    CONSTRAINT clause_target_is_known CHECK ((target = ANY (ARRAY['unit'::text, 'principal'::text, 'unit and principal'::text, 'unit and responsible persons'::text, 'unit and persons found responsible'::text])))
);


--
-- Name: TABLE clause; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.clause IS 'One row is one clause of the plan or of Order 11 that a grade or a listing can cite.';


--
-- Name: COLUMN clause.clause_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.clause_code IS 'short code: A1…A4, B1, B2, B0 (residual), C1, DA1…DA5 (accident), DO1…DO4 (other)';


--
-- Name: COLUMN clause.source; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.source IS 'document the clause stands in';


--
-- Name: COLUMN clause.article; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.article IS 'article or line of that document';


--
-- Name: COLUMN clause.grade; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.grade IS 'grade the clause leads to';


--
-- Name: COLUMN clause.target; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.target IS 'whom a listing under this clause names; null for clauses that list nobody';


--
-- Name: COLUMN clause.text_zh; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.text_zh IS 'the words of the clause';


--
-- Name: COLUMN clause.is_accident; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.is_accident IS 'whether the clause presupposes an accident';


--
-- Name: COLUMN clause.sort_order; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.clause.sort_order IS 'order of the clauses in the plan';


--
-- Name: ground_phrase; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.ground_phrase (
    clause_code text NOT NULL,
    phrase text NOT NULL,
    source text NOT NULL,
    CONSTRAINT ground_phrase_is_not_blank CHECK ((phrase ~ '\S'::text))
);


--
-- Name: TABLE ground_phrase; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.ground_phrase IS 'One row is one phrase that, in the breach, the facts or the basis of a penalty decision, proposes a listing under a clause; an officer decides whether it is one.';


--
-- Name: COLUMN ground_phrase.clause_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.ground_phrase.clause_code IS 'the clause it proposes';


--
-- Name: COLUMN ground_phrase.phrase; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.ground_phrase.phrase IS 'the words looked for';


--
-- Name: COLUMN ground_phrase.source; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.ground_phrase.source IS 'where the words stand';


--
-- Name: phrased_penalty(text, date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.phrased_penalty(clause_code text, as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.subject_id,
     p.clause_code,
     ARRAY[p.record_id] AS "array",
     ARRAY[p.record_id] AS "array",
     p.decided_on,
     p.decided_on,
     p.phrase
    FROM ( SELECT DISTINCT ON (p_1.subject_id, p_1.record_id) p_1.subject_id,
             p_1.record_id,
             p_1.decided_on,
             f.clause_code,
             f.phrase
            FROM ((law.ground_phrase f
              JOIN law.clause c ON ((c.clause_code = f.clause_code)))
              JOIN records.listing_penalty(phrased_penalty.as_of, phrased_penalty.known_at) p_1(subject_id, record_id, accident_number, decided_on, is_article_114_2, wording) ON (((strpos(p_1.wording, f.phrase) > 0) AND ((NOT c.is_accident) OR (p_1.accident_number IS NOT NULL)))))
           WHERE (f.clause_code = phrased_penalty.clause_code)
           ORDER BY p_1.subject_id, p_1.record_id, f.phrase) p;
END;


--
-- Name: FUNCTION phrased_penalty(clause_code text, as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.phrased_penalty(clause_code text, as_of date, known_at timestamp with time zone) IS 'Penalties whose wording shows a ground: one of the phrases of law.ground_phrase stands in the breach, the facts or the basis.
Shape: as every ground, one row per penalty; shown_by is the phrase. A clause that presupposes an accident needs a penalty that names one.
Source: Order 11 Arts. 6, 7.';


--
-- Name: ground_da5(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_da5(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT g.subject_id,
     g.clause_code,
     g.evidence_ids,
     g.penalty_ids,
     g.occurred_on,
     g.since_on,
     g.shown_by
    FROM records.phrased_penalty('DA5'::text, ground_da5.as_of, ground_da5.known_at) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by);
END;


--
-- Name: FUNCTION ground_da5(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_da5(as_of date, known_at timestamp with time zone) IS 'Units whose principal, by the words of a penalty for an accident, did not organise rescue at once, left the post or fled: the principal alone can be listed.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D accident 5; Order 11 Art. 6(5).';


--
-- Name: ground_do1(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_do1(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT g.subject_id,
     g.clause_code,
     g.evidence_ids,
     g.penalty_ids,
     g.occurred_on,
     g.since_on,
     g.shown_by
    FROM records.phrased_penalty('DO1'::text, ground_do1.as_of, ground_do1.known_at) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by);
END;


--
-- Name: FUNCTION ground_do1(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_do1(as_of date, known_at timestamp with time zone) IS 'Units punished, by the words of the decision, for operating without the safety licence or while it was suspended or revoked.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D other 1; Order 11 Art. 7(1).';


--
-- Name: subject_version; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.subject_version (
    subject_id bigint NOT NULL,
    version_no integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    sort_key text,
    reporting_unit_code text,
    industry_code text,
    enterprise_type text,
    business_scope text,
    registered_address text,
    legal_representative text,
    registered_on date,
    deregistered_on date,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE subject_version; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.subject_version IS 'One row is what was known of one subject from known_at on, until its next version; append-only.';


--
-- Name: COLUMN subject_version.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.subject_id IS 'the subject';


--
-- Name: COLUMN subject_version.version_no; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.version_no IS '1, 2, 3 … without gaps';


--
-- Name: COLUMN subject_version.kind; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.kind IS 'as register.subject';


--
-- Name: COLUMN subject_version.name; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.name IS 'as register.subject';


--
-- Name: COLUMN subject_version.sort_key; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.sort_key IS 'as register.subject';


--
-- Name: COLUMN subject_version.reporting_unit_code; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.reporting_unit_code IS 'as register.subject';


--
-- Name: COLUMN subject_version.industry_code; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.industry_code IS 'as register.subject';


--
-- Name: COLUMN subject_version.enterprise_type; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.enterprise_type IS 'as register.subject';


--
-- Name: COLUMN subject_version.business_scope; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.business_scope IS 'as register.subject';


--
-- Name: COLUMN subject_version.registered_address; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.registered_address IS 'as register.subject';


--
-- Name: COLUMN subject_version.legal_representative; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.legal_representative IS 'as register.subject';


--
-- Name: COLUMN subject_version.registered_on; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.registered_on IS 'as register.subject';


--
-- Name: COLUMN subject_version.deregistered_on; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.deregistered_on IS 'as register.subject';


--
-- Name: COLUMN subject_version.act_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.act_id IS 'act that brought the version';


--
-- Name: COLUMN subject_version.known_at; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_version.known_at IS 'time from which the version is known';


--
-- Name: subject_as_known(timestamp with time zone); Type: FUNCTION; Schema: register; Owner: -
--

CREATE FUNCTION register.subject_as_known(known_at timestamp with time zone) RETURNS SETOF register.subject_version
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.version_no,
     v.kind,
     v.name,
     v.sort_key,
     v.reporting_unit_code,
     v.industry_code,
     v.enterprise_type,
     v.business_scope,
     v.registered_address,
     v.legal_representative,
     v.registered_on,
     v.deregistered_on,
     v.act_id,
     v.known_at
    FROM register.subject_version v
   WHERE ((v.known_at <= subject_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM register.subject_version n
           WHERE ((n.subject_id = v.subject_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= subject_as_known.known_at))))));
END;


--
-- Name: FUNCTION subject_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON FUNCTION register.subject_as_known(known_at timestamp with time zone) IS 'Subjects as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of register.subject_version, at most one for each subject_id.';


--
-- Name: ground_do2(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_do2(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT g.subject_id,
     g.clause_code,
     g.evidence_ids,
     g.penalty_ids,
     g.occurred_on,
     g.since_on,
     g.shown_by
    FROM (records.phrased_penalty('DO2'::text, ground_do2.as_of, ground_do2.known_at) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
      JOIN register.subject_as_known(ground_do2.known_at) s(subject_id, version_no, kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on, deregistered_on, act_id, known_at) ON (((s.subject_id = g.subject_id) AND (s.kind = 'service_body'::text))));
END;


--
-- Name: FUNCTION ground_do2(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_do2(as_of date, known_at timestamp with time zone) IS 'Service bodies punished, by the words of the decision, for lending qualifications, affiliation or false reports and certificates.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D other 2; Order 11 Art. 7(2).';


--
-- Name: ground_do3(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_do3(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT g.subject_id,
     g.clause_code,
     g.evidence_ids,
     g.penalty_ids,
     g.occurred_on,
     g.since_on,
     g.shown_by
    FROM records.phrased_penalty('DO3'::text, ground_do3.as_of, ground_do3.known_at) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by);
END;


--
-- Name: FUNCTION ground_do3(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_do3(as_of date, known_at timestamp with time zone) IS 'Units that, by the words of a decision, refused or evaded a penalty they could perform.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D other 3; Order 11 Art. 7(3).';


--
-- Name: ground_do4(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ground_do4(as_of date, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], penalty_ids bigint[], occurred_on date, since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT g.subject_id,
     g.clause_code,
     g.evidence_ids,
     g.penalty_ids,
     g.occurred_on,
     g.since_on,
     g.shown_by
    FROM records.phrased_penalty('DO4'::text, ground_do4.as_of, ground_do4.known_at) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by);
END;


--
-- Name: FUNCTION ground_do4(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ground_do4(as_of date, known_at timestamp with time zone) IS 'Units punished, by the words of the decision, for a breach bad in nature and serious in circumstances.
Shape: as every ground: one row per penalty; evidence_ids are the accidents, then the penalties; the first of penalty_ids is the one a listing can rest on; occurred_on is the event a listing must not be older than; since_on is the day on which the last of the facts stood; shown_by is the phrase that shows it, null where a field does.
Source: plan IV D other 4; Order 11 Art. 7(4).';


--
-- Name: membership_version; Type: TABLE; Schema: lists; Owner: -
--

CREATE TABLE lists.membership_version (
    subject_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    version_no integer NOT NULL,
    list_code text NOT NULL,
    clause_code text NOT NULL,
    decision_number text NOT NULL,
    agency_code text NOT NULL,
    listed_on date NOT NULL,
    published_on date,
    period_months smallint NOT NULL,
    period_basis text,
    unit_id bigint,
    founding_record_id bigint,
    case_id bigint,
    restores_membership_id bigint,
    ended_on date,
    end_reason text,
    end_decision_number text,
    expired_on date,
    during daterange NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    capped_on date,
    last_day date GENERATED ALWAYS AS (LEAST(((published_on + make_interval(months => (period_months)::integer)))::date, capped_on)) STORED
);


--
-- Name: TABLE membership_version; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON TABLE lists.membership_version IS 'One row is what was known of one membership from known_at on, until its next version; append-only.';


--
-- Name: COLUMN membership_version.subject_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.subject_id IS 'as lists.membership.subject_id';


--
-- Name: COLUMN membership_version.membership_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.membership_id IS 'as lists.membership.membership_id';


--
-- Name: COLUMN membership_version.version_no; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.version_no IS 'as lists.membership.version_no';


--
-- Name: COLUMN membership_version.list_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.list_code IS 'as lists.membership.list_code';


--
-- Name: COLUMN membership_version.clause_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.clause_code IS 'as lists.membership.clause_code';


--
-- Name: COLUMN membership_version.decision_number; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.decision_number IS 'as lists.membership.decision_number';


--
-- Name: COLUMN membership_version.agency_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.agency_code IS 'as lists.membership.agency_code';


--
-- Name: COLUMN membership_version.listed_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.listed_on IS 'as lists.membership.listed_on';


--
-- Name: COLUMN membership_version.published_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.published_on IS 'as lists.membership.published_on';


--
-- Name: COLUMN membership_version.period_months; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.period_months IS 'as lists.membership.period_months';


--
-- Name: COLUMN membership_version.period_basis; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.period_basis IS 'as lists.membership.period_basis';


--
-- Name: COLUMN membership_version.unit_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.unit_id IS 'as lists.membership.unit_id';


--
-- Name: COLUMN membership_version.founding_record_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.founding_record_id IS 'as lists.membership.founding_record_id';


--
-- Name: COLUMN membership_version.case_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.case_id IS 'as lists.membership.case_id';


--
-- Name: COLUMN membership_version.restores_membership_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.restores_membership_id IS 'as lists.membership.restores_membership_id';


--
-- Name: COLUMN membership_version.ended_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.ended_on IS 'as lists.membership.ended_on';


--
-- Name: COLUMN membership_version.end_reason; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.end_reason IS 'as lists.membership.end_reason';


--
-- Name: COLUMN membership_version.end_decision_number; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.end_decision_number IS 'as lists.membership.end_decision_number';


--
-- Name: COLUMN membership_version.expired_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.expired_on IS 'as lists.membership.expired_on';


--
-- Name: COLUMN membership_version.during; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.during IS 'as lists.membership.during';


--
-- Name: COLUMN membership_version.act_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.act_id IS 'as lists.membership.act_id';


--
-- Name: COLUMN membership_version.known_at; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.known_at IS 'as lists.membership.known_at';


--
-- Name: COLUMN membership_version.capped_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.capped_on IS 'as lists.membership.capped_on';


--
-- Name: COLUMN membership_version.last_day; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.membership_version.last_day IS 'as lists.membership.last_day';


--
-- Name: proposed_listing(date, timestamp with time zone); Type: FUNCTION; Schema: cases; Owner: -
--

CREATE FUNCTION cases.proposed_listing(as_of date, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS TABLE(subject_id bigint, clause_code text, founding_record_id bigint, evidence_ids bigint[], since_on date, shown_by text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH ground AS (
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_da1(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_da2(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_da3(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_da4(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_da5(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_do1(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_do2(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_do3(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         UNION ALL
          SELECT g_1.subject_id,
             g_1.clause_code,
             g_1.evidence_ids,
             g_1.penalty_ids,
             g_1.occurred_on,
             g_1.since_on,
             g_1.shown_by
            FROM records.ground_do4(proposed_listing.as_of, proposed_listing.known_at) g_1(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
         ), taken_up AS (
          SELECT m.subject_id,
             m.clause_code,
             m.founding_record_id AS record_id,
             m.listed_on AS taken_up_on
            FROM lists.membership_version m
           WHERE ((m.version_no = 1) AND (m.known_at <= proposed_listing.known_at) AND (m.list_code = 'serious'::text) AND (m.listed_on <= proposed_listing.as_of))
         UNION ALL
          SELECT c.subject_id,
             c.clause_code,
             c.about_record_id,
             c.opened_on
            FROM (cases.procedure_case c
              JOIN LATERAL ( SELECT s_1.step_code
                    FROM cases.step s_1
                   WHERE ((s_1.subject_id = c.subject_id) AND (s_1.case_id = c.case_id) AND (s_1.done_on <= proposed_listing.as_of) AND (s_1.known_at <= proposed_listing.known_at))
                   ORDER BY s_1.step_no DESC
                  LIMIT 1) last_step ON ((last_step.step_code <> 'moot'::text)))
           WHERE (c.procedure_code = 'listing'::text)
         )
  SELECT g.subject_id,
     g.clause_code,
     g.penalty_ids[1] AS penalty_ids,
     g.evidence_ids,
     g.since_on,
     g.shown_by
    FROM (ground g
      JOIN register.subject_as_known(proposed_listing.known_at) s(subject_id, version_no, kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on, deregistered_on, act_id, known_at) ON ((s.subject_id = g.subject_id)))
   WHERE ((( SELECT law.parameter_value('larger-accidents-count'::text, proposed_listing.as_of) AS parameter_value) > 0) AND (s.kind <> 'person'::text) AND ((s.registered_on IS NULL) OR (s.registered_on <= proposed_listing.as_of)) AND ((s.deregistered_on IS NULL) OR (s.deregistered_on > proposed_listing.as_of)) AND (NOT (EXISTS ( SELECT
            FROM taken_up t
           WHERE ((t.subject_id = g.subject_id) AND (t.clause_code = g.clause_code) AND (t.record_id = ANY (g.penalty_ids)) AND ((t.record_id = g.penalty_ids[1]) OR (t.taken_up_on >= g.occurred_on)))))));
END;


--
-- Name: FUNCTION proposed_listing(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON FUNCTION cases.proposed_listing(as_of date, known_at timestamp with time zone) IS 'Units that meet a clause of grade D from their records and are neither listed under it for the same penalty nor in a listing case for it: for an officer to start the case, which alone can list.
Shape: one row per unit and ground: its accident (DA1, DA4), the newest larger accident that completes the count (DA2), or its penalty (the others). founding_record_id is the first penalty a listing can rest on; null for DA2 while none is recorded, and until then no notice can be given (Order 11 Art. 3). evidence_ids are the accidents, then the penalties. since_on is the day on which the last of the facts stood; shown_by the phrase of the decision that shows the ground, null where a field does.
Each clause has its function records.ground_…. Raises AX001 for a day before the plan.
Source: plan IV D, Order 11 Arts. 3, 4, 6, 7; RD-20 (counted forward, last day inside), RD-26, RD-46.';


--
-- Name: responsibility; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.responsibility (
    subject_id bigint NOT NULL,
    responsibility_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    person_id bigint NOT NULL,
    role_code text NOT NULL,
    during daterange NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT responsibility_lasts_some_time CHECK ((NOT isempty(during))),
    CONSTRAINT responsibility_role_is_known CHECK ((role_code = ANY (ARRAY['principal'::text, 'responsible'::text, 'legal_representative'::text])))
);


--
-- Name: TABLE responsibility; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.responsibility IS 'One row is one role of one person at one unit for a time.';


--
-- Name: COLUMN responsibility.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility.subject_id IS 'the unit';


--
-- Name: COLUMN responsibility.responsibility_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility.responsibility_id IS 'id';


--
-- Name: COLUMN responsibility.person_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility.person_id IS 'the person, a subject of kind person; no foreign key across subjects';


--
-- Name: COLUMN responsibility.role_code; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility.role_code IS 'principal (主要负责人), responsible (其他责任人员), legal_representative';


--
-- Name: COLUMN responsibility.during; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility.during IS 'days in the role, half-open';


--
-- Name: COLUMN responsibility.act_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility.act_id IS 'act that brought it';


--
-- Name: COLUMN responsibility.known_at; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility.known_at IS 'time from which it is known';


--
-- Name: responsibility_end; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.responsibility_end (
    subject_id bigint NOT NULL,
    responsibility_id bigint NOT NULL,
    last_day date NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE responsibility_end; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.responsibility_end IS 'One row ends one role of one person at one unit; append-only.';


--
-- Name: COLUMN responsibility_end.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility_end.subject_id IS 'the unit';


--
-- Name: COLUMN responsibility_end.responsibility_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility_end.responsibility_id IS 'the role';


--
-- Name: COLUMN responsibility_end.last_day; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility_end.last_day IS 'last day in the role';


--
-- Name: COLUMN responsibility_end.act_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility_end.act_id IS 'act that brought it';


--
-- Name: COLUMN responsibility_end.known_at; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.responsibility_end.known_at IS 'time from which it is known';


--
-- Name: new_ground(bigint, date, date); Type: FUNCTION; Schema: cases; Owner: -
--

CREATE FUNCTION cases.new_ground(subject_id bigint, listed_on date, as_of date) RETURNS TABLE(decision_number text)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 WITH matter AS (
          SELECT new_ground.subject_id AS unit_id,
             daterange(NULL::date, NULL::date) AS held
         UNION ALL
          SELECT r.subject_id,
             (r.during * daterange(NULL::date, e.last_day, '[]'::text))
            FROM (register.responsibility r
              LEFT JOIN register.responsibility_end e ON (((e.subject_id = r.subject_id) AND (e.responsibility_id = r.responsibility_id))))
           WHERE ((r.person_id = new_ground.subject_id) AND (r.role_code = 'principal'::text))
         )
  SELECT p.decision_number
    FROM ((matter m
      CROSS JOIN LATERAL ( SELECT l.founding_record_id AS record_id
            FROM cases.proposed_listing(new_ground.as_of) l(subject_id, clause_code, founding_record_id, evidence_ids, since_on, shown_by)
           WHERE (l.subject_id = m.unit_id)
         UNION
          SELECT c.about_record_id
            FROM cases.procedure_case c
           WHERE ((c.subject_id = m.unit_id) AND (c.procedure_code = 'listing'::text) AND (c.opened_on <= new_ground.as_of) AND (NOT (EXISTS ( SELECT
                    FROM cases.step s
                   WHERE ((s.subject_id = c.subject_id) AND (s.case_id = c.case_id) AND (s.step_code = ANY (ARRAY['decided'::text, 'moot'::text])) AND (s.done_on <= new_ground.as_of))))))) ground)
      JOIN records.penalty_as_known('infinity'::timestamp with time zone) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at) ON (((p.subject_id = m.unit_id) AND (p.record_id = ground.record_id))))
   WHERE ((p.decided_on > new_ground.listed_on) AND (m.held @> p.decided_on) AND (p.decided_on <= new_ground.as_of) AND (NOT p.is_withdrawn) AND ((p.annulled_on IS NULL) OR (p.annulled_on > new_ground.as_of)))
   ORDER BY p.decided_on, p.record_id;
END;


--
-- Name: FUNCTION new_ground(subject_id bigint, listed_on date, as_of date); Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON FUNCTION cases.new_ground(subject_id bigint, listed_on date, as_of date) IS 'Penalties decided after a listing on which a further listing may rest, as long as nobody has decided about it: a listing case is open, or the records propose one. For a person also those of units whose principal the person was on the day of the penalty.
Shape: one row per penalty, the oldest first.
Source: Order 11 Arts. 6, 7, 18; RD-34.';


--
-- Name: objection_pending(date, timestamp with time zone); Type: FUNCTION; Schema: cases; Owner: -
--

CREATE FUNCTION cases.objection_pending(as_of date, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS TABLE(subject_id bigint, record_id bigint, case_id bigint, filed_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.subject_id,
     c.about_record_id,
     c.case_id,
     c.opened_on
    FROM (cases.procedure_case c
      JOIN LATERAL ( SELECT s.step_code
            FROM cases.step s
           WHERE ((s.subject_id = c.subject_id) AND (s.case_id = c.case_id) AND (s.done_on <= objection_pending.as_of) AND (s.known_at <= objection_pending.known_at))
           ORDER BY s.step_no DESC
          LIMIT 1) last_step ON ((last_step.step_code = ANY (ARRAY['filed'::text, 'accepted'::text]))))
   WHERE (c.procedure_code = 'objection'::text);
END;


--
-- Name: FUNCTION objection_pending(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON FUNCTION cases.objection_pending(as_of date, known_at timestamp with time zone) IS 'Objections filed or accepted and not yet decided on a day, as known at a time: the record counts and is marked 异议处理中 (RD-39).
Shape: one row per case.';


--
-- Name: owed_step; Type: TABLE; Schema: cases; Owner: -
--

CREATE TABLE cases.owed_step (
    subject_id bigint NOT NULL,
    case_id bigint NOT NULL,
    step_no integer NOT NULL,
    owed_codes text[] NOT NULL,
    term_code text NOT NULL,
    CONSTRAINT owed_step_is_known CHECK (((owed_codes <> '{}'::text[]) AND (owed_codes <@ ARRAY['defence_waived'::text, 'defence_heard'::text, 'decided'::text, 'accepted'::text, 'refused'::text, 'served'::text, 'entered'::text, 'reported'::text])))
);


--
-- Name: TABLE owed_step; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON TABLE cases.owed_step IS 'One row is one step that a step done owes: any of owed_codes, within the working days of a parameter counted from it. Append-only; the due date is derived while the step is open.';


--
-- Name: COLUMN owed_step.subject_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.owed_step.subject_id IS 'the subject';


--
-- Name: COLUMN owed_step.case_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.owed_step.case_id IS 'the case';


--
-- Name: COLUMN owed_step.step_no; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.owed_step.step_no IS 'step from which the term runs';


--
-- Name: COLUMN owed_step.owed_codes; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.owed_step.owed_codes IS 'steps of which one is owed';


--
-- Name: COLUMN owed_step.term_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.owed_step.term_code IS 'parameter with the working days';


--
-- Name: open_deadline(date); Type: FUNCTION; Schema: cases; Owner: -
--

CREATE FUNCTION cases.open_deadline(as_of date) RETURNS TABLE(subject_id bigint, case_id bigint, procedure_code text, step_code text, owed_codes text[], agency_code text, handler_code text, due_on date, is_provisional boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.subject_id,
     c.case_id,
     c.procedure_code,
     s.step_code,
     o.owed_codes,
     c.agency_code,
     c.handler_code,
     due.day,
     ((due.day IS NULL) OR (EXISTS ( SELECT
            FROM law.calendar_day d
           WHERE ((d.day > s.done_on) AND (d.day <= due.day) AND d.is_provisional))))
    FROM (((((cases.owed_step o
      JOIN cases.step s ON (((s.subject_id = o.subject_id) AND (s.case_id = o.case_id) AND (s.step_no = o.step_no))))
      JOIN cases.procedure_case c ON (((c.subject_id = o.subject_id) AND (c.case_id = o.case_id))))
      LEFT JOIN LATERAL ( SELECT p.value
            FROM law.parameter p
           WHERE ((p.parameter_code = o.term_code) AND (p.valid_from <= s.done_on))
           ORDER BY p.valid_from DESC
          LIMIT 1) term ON (true))
      LEFT JOIN law.calendar_day start ON ((start.day = s.done_on)))
      LEFT JOIN law.calendar_day due ON ((due.is_working_day AND (due.working_day_no = (start.working_day_no + term.value)))))
   WHERE ((s.done_on <= open_deadline.as_of) AND (NOT (EXISTS ( SELECT
            FROM cases.step later
           WHERE ((later.subject_id = o.subject_id) AND (later.case_id = o.case_id) AND (later.step_no > o.step_no) AND (later.done_on <= open_deadline.as_of) AND ((later.step_code = ANY (o.owed_codes)) OR (later.step_code = ANY (ARRAY['refused'::text, 'moot'::text]))))))) AND (NOT (EXISTS ( SELECT
            FROM cases.moot_case(open_deadline.as_of) m(subject_id, case_id, membership_id, moot_on)
           WHERE ((m.subject_id = c.subject_id) AND (m.case_id = c.case_id))))));
END;


--
-- Name: FUNCTION open_deadline(as_of date); Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON FUNCTION cases.open_deadline(as_of date) IS 'Every step owed in every case on a day, with the last day for it by the calendar as it is now.
Shape: one row per step owed: any of owed_codes ends it. step_code is the step that owes it; is_provisional when a holiday notice still to come may move the day, and due_on is null where the calendar does not reach (RD-01, RD-38). A case that has lost its object owes nothing.';


--
-- Name: cluster_id(); Type: FUNCTION; Schema: intake; Owner: -
--

CREATE FUNCTION intake.cluster_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT c.system_identifier FROM pg_control_system() c(pg_control_version, catalog_version_no, system_identifier, pg_control_last_modified));


--
-- Name: FUNCTION cluster_id(); Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON FUNCTION intake.cluster_id() IS 'The cluster in which transaction numbers count now: they start again when a dump is restored into another.
Shape: one number. It reads a file of the server: call it once per statement, never per row.';


--
-- Name: refresh_statistics(); Type: FUNCTION; Schema: intake; Owner: -
--

CREATE FUNCTION intake.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    filled record;
begin
    for filled in
        select n.nspname, c.relname
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('register', 'records', 'lists') and c.relkind = 'r'
        order by n.nspname, c.relname
    loop
        execute format('analyze %I.%I', filled.nspname, filled.relname);
    end loop;
end
$$;


--
-- Name: FUNCTION refresh_statistics(); Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON FUNCTION intake.refresh_statistics() IS 'Gathers the planner''s statistics of what a file has filled: subjects, records, lists.
A register just filled has none until autovacuum comes by, and the functions over all subjects are then planned as if there were a handful: the statistics form of 20,000 units took 34 s instead of 1 s.
Shape: nothing. Only the owner of a table may analyze it, hence security definer.';


--
-- Name: first_day_within(integer, date); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.first_day_within(months integer, as_of date) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT min(d.day) AS min FROM (SELECT (((first_day_within.as_of - make_interval(months => first_day_within.months)))::date + g.step) AS day FROM generate_series('-3'::integer, 3) g(step)) d WHERE ((d.day + make_interval(months => first_day_within.months)) >= first_day_within.as_of));


--
-- Name: FUNCTION first_day_within(months integer, as_of date); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.first_day_within(months integer, as_of date) IS 'The earliest day from which so many months, counted forward, reach a day: an event since then still counts, the corresponding day inside (RD-07).
Counting back from the day goes wrong by as much as three days around the end of February, so each day near there is counted forward.
Shape: one date. Units: months. Call it once per statement, never per row. Source: Civil Code Art. 202; RD-07.';


--
-- Name: parameter_regime(text); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.parameter_regime(parameter_code text) RETURNS TABLE(value integer, governs daterange)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.value,
     daterange(
         CASE
             WHEN (lag(p.value) OVER version IS NOT NULL) THEN p.valid_from
             ELSE NULL::date
         END, lead(p.valid_from) OVER version) AS daterange
    FROM law.parameter p
   WHERE (p.parameter_code = parameter_regime.parameter_code)
   WINDOW version AS (ORDER BY p.valid_from);
END;


--
-- Name: FUNCTION parameter_regime(parameter_code text); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.parameter_regime(parameter_code text) IS 'Which value of a number of the law governs the decisions of which days, as law.policy_regime tells it of answers; the first value also those before it.
Shape: one row per value; governs are days of decision. Units: law.parameter.unit.
What is asked of a day itself goes by law.parameter_value.';


--
-- Name: policy_option(text, date); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.policy_option(reading_code text, as_of date) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
    return coalesce(
        (
            select p.option_code from law.policy as p
            where p.reading_code = policy_option.reading_code and p.valid_from <= policy_option.as_of
            order by p.valid_from desc
            limit 1
        ),
        (
            select o.option_code from law.reading_option as o
            where o.reading_code = policy_option.reading_code and o.is_default
        )
    );
end
$$;


--
-- Name: FUNCTION policy_option(reading_code text, as_of date); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.policy_option(reading_code text, as_of date) IS 'The answer to a reading that applies on a day: the newest policy row, else the default.
Shape: one option code; null for an unknown reading.';


--
-- Name: reading; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.reading (
    reading_code text NOT NULL,
    question text NOT NULL,
    is_policy boolean NOT NULL,
    question_zh text DEFAULT ''::text NOT NULL
);


--
-- Name: TABLE reading; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.reading IS 'One row is one question that the law or the plan leaves open.';


--
-- Name: COLUMN reading.reading_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading.reading_code IS 'RD-nn';


--
-- Name: COLUMN reading.question; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading.question IS 'the question in a few words';


--
-- Name: COLUMN reading.is_policy; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading.is_policy IS 'whether the answer may be changed by a dated policy row';


--
-- Name: COLUMN reading.question_zh; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.reading.question_zh IS 'the question in Chinese';


--
-- Name: policy_stamp(date); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.policy_stamp(as_of date) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT "left"(encode(sha256(convert_to(string_agg(rule.line, chr(10) ORDER BY (rule.line COLLATE "C")), 'UTF8'::name)), 'hex'::text), 12) AS "left" FROM (SELECT ((r.reading_code || '='::text) || law.policy_option(r.reading_code, policy_stamp.as_of)) AS line FROM law.reading r UNION ALL SELECT ((p.parameter_code || '='::text) || law.parameter_value(p.parameter_code, policy_stamp.as_of)) FROM (SELECT DISTINCT q.parameter_code FROM law.parameter q WHERE (q.valid_from <= policy_stamp.as_of)) p) rule);


--
-- Name: FUNCTION policy_stamp(as_of date); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.policy_stamp(as_of date) IS 'A short digest of every policy answer and parameter in force on a day; stamps outputs so that two results can be told to rest on the same rules.
Shape: 12 hexadecimal characters; null before the first parameter.';


--
-- Name: calendar_exception; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.calendar_exception (
    notice_code text NOT NULL,
    day date NOT NULL,
    is_working_day boolean NOT NULL,
    name text NOT NULL
);


--
-- Name: TABLE calendar_exception; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.calendar_exception IS 'One row is one day on which a notice departs from Monday to Friday.';


--
-- Name: COLUMN calendar_exception.notice_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_exception.notice_code IS 'the notice';


--
-- Name: COLUMN calendar_exception.day; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_exception.day IS 'the day';


--
-- Name: COLUMN calendar_exception.is_working_day; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_exception.is_working_day IS 'true for a make-up day, false for a day off';


--
-- Name: COLUMN calendar_exception.name; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_exception.name IS 'holiday the day belongs to';


--
-- Name: calendar_notice; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.calendar_notice (
    notice_code text NOT NULL,
    notice_year integer NOT NULL,
    issued_on date NOT NULL,
    title text NOT NULL
);


--
-- Name: TABLE calendar_notice; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.calendar_notice IS 'One row is one notice of the State Council about days off, yearly or one-off (RD-38).';


--
-- Name: COLUMN calendar_notice.notice_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_notice.notice_code IS 'code of the notice: the year, or year and a word for a one-off change';


--
-- Name: COLUMN calendar_notice.notice_year; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_notice.notice_year IS 'year the notice arranges';


--
-- Name: COLUMN calendar_notice.issued_on; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_notice.issued_on IS 'day the notice was issued; where two notices name the same day the later one counts';


--
-- Name: COLUMN calendar_notice.title; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.calendar_notice.title IS 'title of the notice';


--
-- Name: rebuild_calendar(); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.rebuild_calendar() RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
 DELETE FROM law.calendar_day;
 INSERT INTO law.calendar_day (day, is_working_day, working_day_no, is_provisional)  WITH span AS (
                  SELECT make_date(min(n.notice_year), 1, 1) AS first_day,
                     make_date((max(n.notice_year) + 10), 12, 31) AS last_day
                    FROM law.calendar_notice n
                 ), decided AS (
                  SELECT DISTINCT ON (e.day) e.day,
                     e.is_working_day
                    FROM (law.calendar_exception e
                      JOIN law.calendar_notice n ON ((n.notice_code = e.notice_code)))
                   ORDER BY e.day, n.issued_on DESC, n.notice_code DESC
                 ), days AS (
                  SELECT (g.at)::date AS day,
                     COALESCE(d.is_working_day, (EXTRACT(isodow FROM g.at) < (6)::numeric)) AS is_working_day,
                     (EXTRACT(year FROM g.at))::integer AS year,
                     ((EXTRACT(month FROM g.at) = (12)::numeric) AND (EXTRACT(day FROM g.at) >= (25)::numeric)) AS is_late_december
                    FROM ((span
                      CROSS JOIN LATERAL generate_series((span.first_day)::timestamp without time zone, (span.last_day)::timestamp without time zone, '1 day'::interval) g(at))
                      LEFT JOIN decided d ON ((d.day = (g.at)::date)))
                 )
          SELECT days.day,
             days.is_working_day,
             sum((days.is_working_day)::integer) OVER (ORDER BY days.day) AS sum,
             ((NOT (EXISTS ( SELECT
                    FROM law.calendar_notice n
                   WHERE (n.notice_year = days.year)))) OR (days.is_late_december AND (NOT (EXISTS ( SELECT
                    FROM law.calendar_notice n
                   WHERE (n.notice_year = (days.year + 1)))))))
            FROM days;
END;


--
-- Name: FUNCTION rebuild_calendar(); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.rebuild_calendar() IS 'Derives law.calendar_day from the notices: Monday to Friday work unless the latest notice that names the day says otherwise.
A day is provisional while its year has no notice, and so is a day from 25 December on while the next year has none, because that notice may move it (RD-38).
Shape: nothing; rows from 1 January of the first noticed year to ten years after the last.';


--
-- Name: removal_term(); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.removal_term() RETURNS TABLE(months integer, term interval, governs daterange)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT months.value,
     make_interval(months => months.value, days =>
         CASE full_on.option_code
             WHEN 'b'::text THEN 0
             ELSE 1
         END) AS make_interval,
     (months.governs * full_on.governs)
    FROM (law.parameter_regime('early-removal-months'::text) months(value, governs)
      JOIN law.policy_regime('RD-33'::text) full_on(option_code, governs) ON ((full_on.governs && months.governs)));
END;


--
-- Name: FUNCTION removal_term(); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.removal_term() IS 'How long after a listing early removal can first be applied for: the day after the corresponding day, because the months are full at its end; by option b of RD-33 on it.
The number and the answer of the day of the listing apply.
Shape: one row per regime: join it on governs @> the day of the listing, and add term to that day.
Source: plan V(5), Order 11 Art. 13, RD-33.';


--
-- Name: window_first_day(text, date); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.window_first_day(parameter_code text, as_of date) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN law.first_day_within(law.parameter_value(parameter_code, as_of), (as_of + CASE law.policy_option('RD-07'::text, as_of) WHEN 'b'::text THEN 1 ELSE 0 END));


--
-- Name: FUNCTION window_first_day(parameter_code text, as_of date); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.window_first_day(parameter_code text, as_of date) IS 'The earliest day whose events still count on a day in a window such as 近2年 or 1年以内: the other side of law.window_term.
Shape: one date. Call it once per statement, never per row. Source: RD-07.';


--
-- Name: window_term(text, date); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.window_term(parameter_code text, as_of date) RETURNS interval
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN make_interval(months => law.parameter_value(parameter_code, as_of), days => CASE law.policy_option('RD-07'::text, as_of) WHEN 'b'::text THEN '-1'::integer ELSE 0 END);


--
-- Name: FUNCTION window_term(parameter_code text, as_of date); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.window_term(parameter_code text, as_of date) IS 'How long after its day an event still counts in a window such as 近2年 or 1年以内: to the corresponding day, or by option b of RD-07 to the day before it.
Shape: one interval to add to the event. Call it once per statement, never per row. Source: RD-07.';


--
-- Name: rule_set_on(date); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.rule_set_on(as_of date) RETURNS law.rule_set
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT as_of AS as_of,
     law.policy_option('RD-03'::text, as_of) AS policy_option,
     law.policy_option('RD-05'::text, as_of) AS policy_option,
     (law.policy_option('RD-09'::text, as_of) = 'b'::text),
     (law.policy_option('RD-10'::text, as_of) = 'b'::text),
     (law.policy_option('RD-11'::text, as_of) <> 'b'::text),
     (law.policy_option('RD-12'::text, as_of) = 'b'::text),
     (law.policy_option('RD-13'::text, as_of) = 'b'::text),
     (law.policy_option('RD-21'::text, as_of) <> 'b'::text),
     (law.policy_option('RD-28'::text, as_of) = 'a'::text),
     (law.policy_option('RD-39'::text, as_of) = 'b'::text),
     (law.policy_option('RD-14'::text, as_of) = 'b'::text),
     law.window_term('a1-accident-months'::text, as_of) AS window_term,
     law.window_term('a1-penalty-months'::text, as_of) AS window_term,
     law.window_term('a4-months'::text, as_of) AS window_term,
     law.window_term('b1-penalty-months'::text, as_of) AS window_term,
     law.window_first_day('a1-accident-months'::text, as_of) AS window_first_day,
     law.window_first_day('a1-penalty-months'::text, as_of) AS window_first_day,
     law.window_first_day('a4-months'::text, as_of) AS window_first_day,
     law.window_first_day('b1-penalty-months'::text, as_of) AS window_first_day;
END;


--
-- Name: FUNCTION rule_set_on(as_of date); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.rule_set_on(as_of date) IS 'The rules by which grades are given on a day, looked up once: a function that grades takes them as a value, so that the planner knows them.
Shape: one law.rule_set. Raises AX001 for a day before the plan, instead of guessing.';


--
-- Name: working_day_due(date, integer); Type: FUNCTION; Schema: law; Owner: -
--

CREATE FUNCTION law.working_day_due(starts_on date, working_days integer, OUT due_on date, OUT is_provisional boolean) RETURNS record
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT ROW(due.day, (due.is_provisional OR provisional.until_then)) AS "row" FROM ((law.calendar_day start JOIN law.calendar_day due ON ((due.is_working_day AND (due.working_day_no = (start.working_day_no + working_day_due.working_days))))) CROSS JOIN LATERAL (SELECT COALESCE(bool_or(d.is_provisional), false) AS until_then FROM law.calendar_day d WHERE ((d.day > start.day) AND (d.day <= due.day))) provisional) WHERE (start.day = working_day_due.starts_on));


--
-- Name: FUNCTION working_day_due(starts_on date, working_days integer, OUT due_on date, OUT is_provisional boolean); Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON FUNCTION law.working_day_due(starts_on date, working_days integer, OUT due_on date, OUT is_provisional boolean) IS 'The last day of a term of working days: the start day never counts, the N-th working day after it is in time until its 24:00 (RD-01).
Shape: due_on; is_provisional when a day of the term may still be moved by a notice (RD-38). Both null where the calendar does not reach.
For one case; for sets join law.calendar_day on working_day_no.';


--
-- Name: changed_grade(bigint[], date, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.changed_grade(subjects bigint[], as_of date, last_event_on date) RETURNS TABLE(subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[], was_grade law.grade, was_clause_codes text[])
    LANGUAGE plpgsql STABLE
    SET enable_hashagg TO 'off'
    SET random_page_cost TO '1.5'
    SET max_parallel_workers_per_gather TO '0'
    SET jit TO 'off'
    AS $$
declare
    rules law.rule_set := law.rule_set_on(changed_grade.as_of);
begin
    return query
        select
            coalesce(n.subject_id, o.subject_id),
            n.grade,
            coalesce(n.clause_codes, '{}'),
            coalesce(n.evidence_ids, '{}'),
            o.grade,
            coalesce(o.clause_codes, '{}')
        from lists.subject_grade_of(rules, changed_grade.subjects, 'infinity', changed_grade.last_event_on) as n
        full join lists.stored_grade(changed_grade.subjects, changed_grade.as_of) as o on o.subject_id = n.subject_id
        where (n.grade, n.clause_codes, n.evidence_ids) is distinct from (o.grade, o.clause_codes, o.evidence_ids)
            and not (n.subject_id is null and o.grade is null);
end
$$;


--
-- Name: FUNCTION changed_grade(subjects bigint[], as_of date, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.changed_grade(subjects bigint[], as_of date, last_event_on date) IS 'The grades of some units, or with null of every unit, that differ on a day, in grade or reasons, from what is stored up to it.
Shape: one row per such unit; grade is null for one that is graded no more, was_grade for one that was not graded yet.';


--
-- Name: counted_accident(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.counted_accident(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, record_id bigint, occurred_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT a.subject_id,
     a.record_id,
     a.occurred_on
    FROM records.accident_as_known(counted_accident.known_at) a(subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count, serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault, is_withdrawn, officer_code, act_id, known_at)
   WHERE ((a.occurred_on <= counted_accident.last_event_on) AND (a.occurred_on >= (counted_accident.rules).a1_accidents_since) AND (a.death_count > 0) AND (NOT a.is_withdrawn) AND
         CASE
             WHEN ((a.report_approved_on IS NULL) OR (a.report_approved_on > counted_accident.last_event_on)) THEN (counted_accident.rules).open_accidents_count
             ELSE (a.responsibility <> 'not_responsible'::text)
         END AND (NOT ((counted_accident.rules).objections_suspend AND (EXISTS ( SELECT
            FROM cases.objection_pending(counted_accident.last_event_on, counted_accident.known_at) o(subject_id, record_id, case_id, filed_on)
           WHERE ((o.subject_id = a.subject_id) AND (o.record_id = a.record_id)))))));
END;


--
-- Name: FUNCTION counted_accident(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.counted_accident(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Fatal accidents that break line 1 of A on a day: within 2 years, unless a report approved by then says that the unit does not answer for it; by option b of RD-21 only where one says that it does. By option b of RD-39 one to which an objection is pending does not.
Shape: one row per unit and accident. Source: plan IV A 1; RD-07, RD-21, RD-39, RD-41.';


--
-- Name: certification; Type: TABLE; Schema: records; Owner: -
--

CREATE TABLE records.certification (
    subject_id bigint NOT NULL,
    record_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    version_no integer NOT NULL,
    certificate_number text NOT NULL,
    level smallint NOT NULL,
    issuer text,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    revoked_on date,
    is_withdrawn boolean DEFAULT false NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT certification_ends_after_it_starts CHECK ((valid_to >= valid_from)),
    CONSTRAINT certification_level_is_one_to_three CHECK (((level >= 1) AND (level <= 3)))
);


--
-- Name: TABLE certification; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TABLE records.certification IS 'One row is one version of one certificate of standardization (安全生产标准化).';


--
-- Name: COLUMN certification.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.subject_id IS 'the unit';


--
-- Name: COLUMN certification.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.record_id IS 'the record; the same in all its versions';


--
-- Name: COLUMN certification.version_no; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.version_no IS '1, 2, 3 …';


--
-- Name: COLUMN certification.certificate_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.certificate_number IS 'number of the certificate';


--
-- Name: COLUMN certification.level; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.level IS '1 national, 2 province, 3 city';


--
-- Name: COLUMN certification.issuer; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.issuer IS 'who issued it; null when not given';


--
-- Name: COLUMN certification.valid_from; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.valid_from IS 'first valid day';


--
-- Name: COLUMN certification.valid_to; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.valid_to IS 'last valid day';


--
-- Name: COLUMN certification.revoked_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.revoked_on IS 'first day on which it is revoked; null while it stands';


--
-- Name: COLUMN certification.is_withdrawn; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.is_withdrawn IS 'whether the record proved wrong; it then never counts';


--
-- Name: COLUMN certification.officer_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.officer_code IS 'officer who recorded this version';


--
-- Name: COLUMN certification.act_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.act_id IS 'act that brought this version';


--
-- Name: COLUMN certification.known_at; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.certification.known_at IS 'time from which this version is known';


--
-- Name: certification_as_known(timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.certification_as_known(known_at timestamp with time zone) RETURNS SETOF records.certification
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.record_id,
     v.version_no,
     v.certificate_number,
     v.level,
     v.issuer,
     v.valid_from,
     v.valid_to,
     v.revoked_on,
     v.is_withdrawn,
     v.officer_code,
     v.act_id,
     v.known_at
    FROM records.certification v
   WHERE ((v.known_at <= certification_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM records.certification n
           WHERE ((n.subject_id = v.subject_id) AND (n.record_id = v.record_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= certification_as_known.known_at))))));
END;


--
-- Name: FUNCTION certification_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.certification_as_known(known_at timestamp with time zone) IS 'Certifications as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.certification, at most one for each subject_id, record_id.';


--
-- Name: counted_certification(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.counted_certification(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, record_id bigint, level smallint, valid_from date, valid_to date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.subject_id,
     c.record_id,
     c.level,
     c.valid_from,
     c.valid_to
    FROM records.certification_as_known(counted_certification.known_at) c(subject_id, record_id, version_no, certificate_number, level, issuer, valid_from, valid_to, revoked_on, is_withdrawn, officer_code, act_id, known_at)
   WHERE ((c.valid_from <= counted_certification.last_event_on) AND (c.valid_to >= (counted_certification.rules).as_of) AND (NOT c.is_withdrawn) AND ((c.revoked_on IS NULL) OR (c.revoked_on > counted_certification.last_event_on)));
END;


--
-- Name: FUNCTION counted_certification(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.counted_certification(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Certificates that hold on a day.
Shape: one row per unit and certificate; valid_from and valid_to are its first and last day. Source: plan IV A 2, B 2.';


--
-- Name: honour; Type: TABLE; Schema: records; Owner: -
--

CREATE TABLE records.honour (
    subject_id bigint NOT NULL,
    record_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    version_no integer NOT NULL,
    kind text NOT NULL,
    level text NOT NULL,
    honoured_year integer,
    awarded_on date NOT NULL,
    awarded_by text,
    document_number text NOT NULL,
    is_withdrawn boolean DEFAULT false NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT advanced_unit_has_a_year CHECK (((kind <> 'advanced_unit'::text) OR ((honoured_year >= 1949) AND (honoured_year <= 2200)))),
    CONSTRAINT honour_kind_is_known CHECK ((kind = ANY (ARRAY['advanced_unit'::text, 'commendation'::text, 'model_report'::text]))),
    CONSTRAINT honour_level_is_known CHECK ((level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text, 'county'::text])))
);


--
-- Name: TABLE honour; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TABLE records.honour IS 'One row is one version of one honour.';


--
-- Name: COLUMN honour.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.subject_id IS 'the unit';


--
-- Name: COLUMN honour.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.record_id IS 'the record; the same in all its versions';


--
-- Name: COLUMN honour.version_no; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.version_no IS '1, 2, 3 …';


--
-- Name: COLUMN honour.kind; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.kind IS 'advanced_unit (先进单位), commendation (通报表扬), model_report (典型宣传)';


--
-- Name: COLUMN honour.level; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.level IS 'who awarded it: national, province, city, county';


--
-- Name: COLUMN honour.honoured_year; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.honoured_year IS 'year honoured; null except for advanced units';


--
-- Name: COLUMN honour.awarded_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.awarded_on IS 'day of the award';


--
-- Name: COLUMN honour.awarded_by; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.awarded_by IS 'who awarded it; null when not given';


--
-- Name: COLUMN honour.document_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.document_number IS 'number of the document';


--
-- Name: COLUMN honour.is_withdrawn; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.is_withdrawn IS 'whether the record proved wrong; it then never counts';


--
-- Name: COLUMN honour.officer_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.officer_code IS 'officer who recorded this version';


--
-- Name: COLUMN honour.act_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.act_id IS 'act that brought this version';


--
-- Name: COLUMN honour.known_at; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.honour.known_at IS 'time from which this version is known';


--
-- Name: honour_as_known(timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.honour_as_known(known_at timestamp with time zone) RETURNS SETOF records.honour
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.record_id,
     v.version_no,
     v.kind,
     v.level,
     v.honoured_year,
     v.awarded_on,
     v.awarded_by,
     v.document_number,
     v.is_withdrawn,
     v.officer_code,
     v.act_id,
     v.known_at
    FROM records.honour v
   WHERE ((v.known_at <= honour_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM records.honour n
           WHERE ((n.subject_id = v.subject_id) AND (n.record_id = v.record_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= honour_as_known.known_at))))));
END;


--
-- Name: FUNCTION honour_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.honour_as_known(known_at timestamp with time zone) IS 'Honours as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.honour, at most one for each subject_id, record_id.';


--
-- Name: counted_honour(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.counted_honour(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, record_id bigint, is_advanced boolean, honoured_year integer, awarded_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT h.subject_id,
     h.record_id,
     (h.kind = 'advanced_unit'::text),
     h.honoured_year,
     h.awarded_on
    FROM records.honour_as_known(counted_honour.known_at) h(subject_id, record_id, version_no, kind, level, honoured_year, awarded_on, awarded_by, document_number, is_withdrawn, officer_code, act_id, known_at)
   WHERE ((h.level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text])) AND (h.awarded_on <= counted_honour.last_event_on) AND (NOT h.is_withdrawn) AND
         CASE h.kind
             WHEN 'advanced_unit'::text THEN (((h.honoured_year >= ((EXTRACT(year FROM (counted_honour.rules).as_of))::integer - 2)) AND (h.honoured_year <= ((EXTRACT(year FROM (counted_honour.rules).as_of))::integer - 1))) OR (counted_honour.rules).honours_of_any_year_count)
             ELSE ((h.awarded_on >= (counted_honour.rules).a4_since) OR (counted_honour.rules).commendations_last_for_ever)
         END);
END;


--
-- Name: FUNCTION counted_honour(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.counted_honour(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Honours at city level or above that may count on a day: advanced units of the two calendar years before, or by option b of RD-09 of any; commendations and models within 2 years, or by option b of RD-10 at any time.
Shape: one row per unit and honour; honoured_year is null unless is_advanced. Source: plan IV A 3, A 4; RD-07, RD-09, RD-10.';


--
-- Name: membership_as_known(timestamp with time zone); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.membership_as_known(known_at timestamp with time zone) RETURNS SETOF lists.membership_version
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.membership_id,
     v.version_no,
     v.list_code,
     v.clause_code,
     v.decision_number,
     v.agency_code,
     v.listed_on,
     v.published_on,
     v.period_months,
     v.period_basis,
     v.unit_id,
     v.founding_record_id,
     v.case_id,
     v.restores_membership_id,
     v.ended_on,
     v.end_reason,
     v.end_decision_number,
     v.expired_on,
     v.during,
     v.act_id,
     v.known_at,
     v.capped_on,
     v.last_day
    FROM lists.membership_version v
   WHERE ((v.known_at <= membership_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM lists.membership_version n
           WHERE ((n.subject_id = v.subject_id) AND (n.membership_id = v.membership_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= membership_as_known.known_at))))));
END;


--
-- Name: FUNCTION membership_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.membership_as_known(known_at timestamp with time zone) IS 'Memberships as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of lists.membership_version, at most one for each subject_id, membership_id.';


--
-- Name: succession; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.succession (
    subject_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    merged_on date NOT NULL,
    document_number text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT subject_does_not_succeed_itself CHECK ((successor_id <> subject_id))
);


--
-- Name: TABLE succession; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.succession IS 'One row says that one unit was absorbed by another; nothing passes over by itself (RD-29).';


--
-- Name: COLUMN succession.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.succession.subject_id IS 'unit absorbed';


--
-- Name: COLUMN succession.successor_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.succession.successor_id IS 'unit that absorbed it; no foreign key across subjects';


--
-- Name: COLUMN succession.merged_on; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.succession.merged_on IS 'day of the merger';


--
-- Name: COLUMN succession.document_number; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.succession.document_number IS 'document of the registration';


--
-- Name: COLUMN succession.act_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.succession.act_id IS 'act that brought it';


--
-- Name: COLUMN succession.known_at; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.succession.known_at IS 'time from which it is known';


--
-- Name: membership_by_law(timestamp with time zone); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.membership_by_law(known_at timestamp with time zone) RETURNS SETOF lists.membership_version
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT m.subject_id,
     m.membership_id,
     m.version_no,
     m.list_code,
     m.clause_code,
     m.decision_number,
     m.agency_code,
     m.listed_on,
     m.published_on,
     m.period_months,
     m.period_basis,
     m.unit_id,
     m.founding_record_id,
     m.case_id,
     m.restores_membership_id,
     m.ended_on,
     m.end_reason,
     m.end_decision_number,
     m.expired_on,
     (
         CASE
             WHEN (moved.moves_to IS NULL) THEN m.during
             ELSE daterange(lower(m.during), LEAST((moved.moves_to + 1), m.ended_on))
         END * daterange(merger.merged_on, NULL::date)),
     m.act_id,
     m.known_at,
     m.capped_on,
     COALESCE(moved.moves_to, m.last_day) AS "coalesce"
    FROM ((lists.membership_as_known(membership_by_law.known_at) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
      LEFT JOIN law.moved_last_day() moved(last_day, moves_to, governs) ON (((moved.last_day = m.last_day) AND (moved.governs @> m.listed_on))))
      LEFT JOIN register.succession merger ON (((merger.subject_id = m.unit_id) AND (merger.successor_id = m.subject_id))));
END;


--
-- Name: FUNCTION membership_by_law(known_at timestamp with time zone); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.membership_by_law(known_at timestamp with time zone) IS 'Memberships as known at a time, with the days that the law gives them: the one place that says when a membership begins and ends.
last_day is the last day by months or, by option b of RD-30, the working day to which it moves; during ends with it or with the decision that ended the membership before; one that passed by a merger begins on its day (RD-29 b). The columns as stored know nothing of rest days and mergers.
Shape: rows of lists.membership_version, at most one for each subject_id, membership_id. Source: plan V(5), RD-02, RD-19, RD-29, RD-30.';


--
-- Name: repair_result; Type: TABLE; Schema: records; Owner: -
--

CREATE TABLE records.repair_result (
    subject_id bigint NOT NULL,
    record_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    version_no integer NOT NULL,
    penalty_record_id bigint NOT NULL,
    repaired_on date NOT NULL,
    source text NOT NULL,
    result_number text NOT NULL,
    is_withdrawn boolean DEFAULT false NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE repair_result; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TABLE records.repair_result IS 'One row is one version of one credit-repair result for one penalty (RD-28).';


--
-- Name: COLUMN repair_result.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.subject_id IS 'the unit';


--
-- Name: COLUMN repair_result.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.record_id IS 'the record; the same in all its versions';


--
-- Name: COLUMN repair_result.version_no; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.version_no IS '1, 2, 3 …';


--
-- Name: COLUMN repair_result.penalty_record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.penalty_record_id IS 'the penalty repaired, a record of the same subject';


--
-- Name: COLUMN repair_result.repaired_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.repaired_on IS 'day of the repair: grade C of this penalty ends on it';


--
-- Name: COLUMN repair_result.source; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.source IS 'where the result came from';


--
-- Name: COLUMN repair_result.result_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.result_number IS 'number of the result there';


--
-- Name: COLUMN repair_result.is_withdrawn; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.is_withdrawn IS 'whether the record proved wrong; it then never counts';


--
-- Name: COLUMN repair_result.officer_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.officer_code IS 'officer who recorded this version';


--
-- Name: COLUMN repair_result.act_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.act_id IS 'act that brought this version';


--
-- Name: COLUMN repair_result.known_at; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.repair_result.known_at IS 'time from which this version is known';


--
-- Name: repair_result_as_known(timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.repair_result_as_known(known_at timestamp with time zone) RETURNS SETOF records.repair_result
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.record_id,
     v.version_no,
     v.penalty_record_id,
     v.repaired_on,
     v.source,
     v.result_number,
     v.is_withdrawn,
     v.officer_code,
     v.act_id,
     v.known_at
    FROM records.repair_result v
   WHERE ((v.known_at <= repair_result_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM records.repair_result n
           WHERE ((n.subject_id = v.subject_id) AND (n.record_id = v.record_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= repair_result_as_known.known_at))))));
END;


--
-- Name: FUNCTION repair_result_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.repair_result_as_known(known_at timestamp with time zone) IS 'Repair results as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.repair_result, at most one for each subject_id, record_id.';


--
-- Name: counted_membership(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.counted_membership(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS SETOF lists.membership_version
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT m.subject_id,
     m.membership_id,
     m.version_no,
     m.list_code,
     m.clause_code,
     m.decision_number,
     m.agency_code,
     m.listed_on,
     m.published_on,
     m.period_months,
     m.period_basis,
     m.unit_id,
     m.founding_record_id,
     m.case_id,
     m.restores_membership_id,
     m.ended_on,
     m.end_reason,
     m.end_decision_number,
     m.expired_on,
     m.during,
     m.act_id,
     m.known_at,
     m.capped_on,
     m.last_day
    FROM lists.membership_by_law(counted_membership.known_at) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
   WHERE ((m.listed_on <= counted_membership.last_event_on) AND (NOT ((m.unit_id IS NOT NULL) AND (lower(m.during) > counted_membership.last_event_on))) AND ((m.ended_on IS NULL) OR (m.ended_on > counted_membership.last_event_on) OR ((m.end_reason = 'repaired'::text) AND (NOT (counted_membership.rules).repairs_count))) AND ((m.published_on IS NULL) OR (m.published_on > counted_membership.last_event_on) OR (m.last_day >= (counted_membership.rules).as_of)) AND (NOT (EXISTS ( SELECT
            FROM records.penalty_as_known(counted_membership.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((m.list_code = 'penalised'::text) AND (p.subject_id = m.subject_id) AND (p.record_id = m.founding_record_id) AND (p.is_withdrawn OR (p.annulled_on <= counted_membership.last_event_on)))))) AND (NOT (EXISTS ( SELECT
            FROM records.repair_result_as_known(counted_membership.known_at) r(subject_id, record_id, version_no, penalty_record_id, repaired_on, source, result_number, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((m.list_code = 'penalised'::text) AND (counted_membership.rules).repairs_count AND (r.subject_id = m.subject_id) AND (r.penalty_record_id = m.founding_record_id) AND (r.repaired_on <= counted_membership.last_event_on) AND (NOT r.is_withdrawn))))) AND (NOT (EXISTS ( SELECT
            FROM lists.membership_as_known(counted_membership.known_at) s(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
           WHERE ((m.list_code = 'penalised'::text) AND (NOT (counted_membership.rules).lists_run_side_by_side) AND (s.list_code = 'serious'::text) AND (s.subject_id = m.subject_id) AND (s.founding_record_id = m.founding_record_id) AND (s.listed_on <= counted_membership.last_event_on) AND ((s.end_reason IS DISTINCT FROM 'revoked'::text) OR (s.ended_on > counted_membership.last_event_on)))))) AND (NOT ((m.list_code = 'penalised'::text) AND (counted_membership.rules).objections_suspend AND (EXISTS ( SELECT
            FROM cases.objection_pending(counted_membership.last_event_on, counted_membership.known_at) o(subject_id, record_id, case_id, filed_on)
           WHERE ((o.subject_id = m.subject_id) AND (o.record_id = m.founding_record_id)))))));
END;


--
-- Name: FUNCTION counted_membership(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.counted_membership(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Memberships that count on a day, as known at a time, leaving out whatever was decided, ended or published after last_event_on, which is not after the day.
A penalised membership counts while its penalty does: never when that was withdrawn, not from its annulment or repair on, whether or not the end is recorded yet (RD-15, RD-28). A serious one stands until it is revoked, whatever becomes of its penalty meanwhile (Order 11 Art. 15).
A penalty that founds a serious listing gives no penalised membership of its own; it revives, with its own clock, when the listing is revoked (RD-14).
By policy RD-14 b the penalised membership runs on beside the serious one; by RD-28 b a repair ends no membership; by RD-29 b one that passed by a merger counts from that day, and until the act that ends it with its penalty; by RD-39 b a pending objection to its penalty suspends it.
Shape: rows of lists.membership_by_law. Source: plan V(5), RD-02, RD-05, RD-06, RD-14, RD-15, RD-19, RD-28, RD-29, RD-30.';


--
-- Name: penalty_of_principal(timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.penalty_of_principal(known_at timestamp with time zone) RETURNS TABLE(unit_id bigint, person_id bigint, record_id bigint, decided_on date, is_safety boolean, is_mild boolean, agency_code text, annulled_on date, is_withdrawn boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT DISTINCT r.subject_id,
     p.subject_id,
     p.record_id,
     p.decided_on,
     p.is_safety,
     (p.is_simplified OR (p.kinds <@ ARRAY['警告'::text, '通报批评'::text])),
     p.agency_code,
     p.annulled_on,
     p.is_withdrawn
    FROM ((register.responsibility r
      LEFT JOIN register.responsibility_end e ON (((e.subject_id = r.subject_id) AND (e.responsibility_id = r.responsibility_id) AND (e.known_at <= penalty_of_principal.known_at))))
      JOIN records.penalty_as_known(penalty_of_principal.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at) ON (((p.subject_id = r.person_id) AND (r.during @> p.decided_on) AND ((e.last_day IS NULL) OR (e.last_day >= p.decided_on)))))
   WHERE ((r.role_code = 'principal'::text) AND (r.known_at <= penalty_of_principal.known_at));
END;


--
-- Name: FUNCTION penalty_of_principal(known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.penalty_of_principal(known_at timestamp with time zone) IS 'Penalties on persons, with the unit each was principal of on the day of the decision.
Shape: one row per unit and penalty; is_mild: a penalty on the spot, a warning or a public criticism (RD-11).
Source: RD-13.';


--
-- Name: counted_penalised(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.counted_penalised(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_id bigint, since_on date, until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT m.subject_id,
     m.clause_code,
     COALESCE(m.founding_record_id, m.membership_id) AS "coalesce",
     m.listed_on,
         CASE (counted_penalised.rules).penalised_last
             WHEN 'b'::text THEN ((m.listed_on + (counted_penalised.rules).b1_penalty_term))::date
             ELSE (upper(m.during) - 1)
         END AS "case"
    FROM lists.counted_membership(counted_penalised.rules, counted_penalised.known_at, counted_penalised.last_event_on) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
   WHERE ((m.list_code = 'penalised'::text) AND
         CASE (counted_penalised.rules).penalised_last
             WHEN 'b'::text THEN (m.listed_on >= (counted_penalised.rules).b1_penalties_since)
             WHEN 'c'::text THEN (m.published_on <= counted_penalised.last_event_on)
             ELSE true
         END AND ((counted_penalised.rules).mild_penalties_count OR (NOT (EXISTS ( SELECT
            FROM records.penalty_as_known(counted_penalised.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((p.subject_id = m.subject_id) AND (p.record_id = m.founding_record_id) AND (p.is_simplified OR (p.kinds <@ ARRAY['警告'::text, '通报批评'::text]))))))))
 UNION ALL
  SELECT p.unit_id,
     'C1'::text,
     p.record_id,
     p.decided_on,
         CASE (counted_penalised.rules).penalised_last
             WHEN 'b'::text THEN ((p.decided_on + (counted_penalised.rules).b1_penalty_term))::date
             ELSE COALESCE(moved.moves_to, managed.last_day)
         END AS "coalesce"
    FROM ((((records.penalty_of_principal(counted_penalised.known_at) p(unit_id, person_id, record_id, decided_on, is_safety, is_mild, agency_code, annulled_on, is_withdrawn)
      JOIN ops.agency a ON (((a.agency_code = p.agency_code) AND a.is_emergency_department)))
      JOIN law.parameter_regime('management-months'::text) longest(value, governs) ON ((longest.governs @> p.decided_on)))
      CROSS JOIN LATERAL ( SELECT ((p.decided_on + make_interval(months => longest.value)))::date AS last_day) managed)
      LEFT JOIN law.moved_last_day() moved(last_day, moves_to, governs) ON (((moved.last_day = managed.last_day) AND (moved.governs @> p.decided_on))))
   WHERE ((counted_penalised.rules).penalties_of_principals_count AND p.is_safety AND (p.decided_on <= counted_penalised.last_event_on) AND (NOT p.is_withdrawn) AND ((p.annulled_on IS NULL) OR (p.annulled_on > counted_penalised.last_event_on)) AND
         CASE (counted_penalised.rules).penalised_last
             WHEN 'b'::text THEN (p.decided_on >= (counted_penalised.rules).b1_penalties_since)
             WHEN 'c'::text THEN false
             ELSE (COALESCE(moved.moves_to, managed.last_day) >= (counted_penalised.rules).as_of)
         END AND ((counted_penalised.rules).mild_penalties_count OR (NOT p.is_mild)) AND (NOT ((counted_penalised.rules).repairs_count AND (EXISTS ( SELECT
            FROM records.repair_result_as_known(counted_penalised.known_at) r(subject_id, record_id, version_no, penalty_record_id, repaired_on, source, result_number, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((r.subject_id = p.person_id) AND (r.penalty_record_id = p.record_id) AND (r.repaired_on <= counted_penalised.last_event_on) AND (NOT r.is_withdrawn)))))));
END;


--
-- Name: FUNCTION counted_penalised(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.counted_penalised(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'What gives a unit grade C on a day: its memberships of the penalised list in force, and by option b of RD-13 penalties of its principal.
Shape: one row per subject and penalty; evidence_id is the penalty, or the membership where it rests on none in the register; since_on is the day of its decision; until_on its last day, null while it has no end yet (RD-16).
How long it lasts and whether mild penalties count: policies RD-05 and RD-11.
Source: plan IV C, RD-05, RD-11, RD-12, RD-13, RD-30, RD-46.';


--
-- Name: penalty_imputed(law.rule_set, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.penalty_imputed(rules law.rule_set, known_at timestamp with time zone) RETURNS TABLE(subject_id bigint, punished_id bigint, record_id bigint, decided_on date, is_safety boolean, annulled_on date, is_withdrawn boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
( SELECT p.subject_id,
     p.subject_id,
     p.record_id,
     p.decided_on,
     p.is_safety,
     p.annulled_on,
     p.is_withdrawn
    FROM records.penalty_as_known(penalty_imputed.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
   ORDER BY p.subject_id, p.record_id)
 UNION ALL
  SELECT p.unit_id,
     p.person_id,
     p.record_id,
     p.decided_on,
     p.is_safety,
     p.annulled_on,
     p.is_withdrawn
    FROM records.penalty_of_principal(penalty_imputed.known_at) p(unit_id, person_id, record_id, decided_on, is_safety, is_mild, agency_code, annulled_on, is_withdrawn)
   WHERE (penalty_imputed.rules).penalties_of_principals_count;
END;


--
-- Name: FUNCTION penalty_imputed(rules law.rule_set, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.penalty_imputed(rules law.rule_set, known_at timestamp with time zone) IS 'Penalties imputed to a subject on a day: its own, and by option b of RD-13 those of its principals.
Shape: one row per subject and penalty, standing or not; punished_id is whom the decision punished.
Source: RD-13.';


--
-- Name: counted_penalty(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.counted_penalty(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, record_id bigint, decided_on date, breaks_a1 boolean, breaks_b1 boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.subject_id,
     p.record_id,
     p.decided_on,
     ((p.decided_on >= (counted_penalty.rules).a1_penalties_since) AND (p.is_safety OR (NOT (counted_penalty.rules).only_safety_breaks_a1))),
     (p.is_safety AND (p.decided_on >= (counted_penalty.rules).b1_penalties_since) AND (NOT ((counted_penalty.rules).repairs_count AND (EXISTS ( SELECT
            FROM records.repair_result_as_known(counted_penalty.known_at) r(subject_id, record_id, version_no, penalty_record_id, repaired_on, source, result_number, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((r.subject_id = p.punished_id) AND (r.penalty_record_id = p.record_id) AND (r.repaired_on <= counted_penalty.last_event_on) AND (NOT r.is_withdrawn)))))))
    FROM records.penalty_imputed(counted_penalty.rules, counted_penalty.known_at) p(subject_id, punished_id, record_id, decided_on, is_safety, annulled_on, is_withdrawn)
   WHERE ((p.decided_on <= counted_penalty.last_event_on) AND (p.decided_on >= LEAST((counted_penalty.rules).a1_penalties_since, (counted_penalty.rules).b1_penalties_since)) AND (NOT p.is_withdrawn) AND ((p.annulled_on IS NULL) OR (p.annulled_on > counted_penalty.last_event_on)) AND (NOT ((counted_penalty.rules).objections_suspend AND (EXISTS ( SELECT
            FROM cases.objection_pending(counted_penalty.last_event_on, counted_penalty.known_at) o(subject_id, record_id, case_id, filed_on)
           WHERE ((o.subject_id = p.punished_id) AND (o.record_id = p.record_id)))))));
END;


--
-- Name: FUNCTION counted_penalty(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.counted_penalty(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Penalties that may still count on a day, and which lines of A and B each breaks.
An annulled one no longer counts (RD-15); a repaired one leaves the one-year test on the day of its repair and still bars A (RD-28).
Shape: one row per subject and penalty; breaks_a1: within 5 years, of any field (RD-12); breaks_b1: a safety penalty within 1 year.
Source: plan IV A 1, B 1; RD-07 (counted forward, last day inside), RD-08, RD-12, RD-13, RD-15, RD-28, RD-39.';


--
-- Name: clause_window(date, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.clause_window(as_of date, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_id bigint, since_on date, until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT w.subject_id,
     w.clause_code,
     w.evidence_id,
     w.since_on,
     w.until_on
    FROM (law.rule_set_on(clause_window.as_of) rules(as_of, conditions_of_a, penalised_last, honours_of_any_year_count, commendations_last_for_ever, mild_penalties_count, only_safety_breaks_a1, penalties_of_principals_count, open_accidents_count, repairs_count, objections_suspend, lists_run_side_by_side, a1_accident_term, a1_penalty_term, a4_term, b1_penalty_term, a1_accidents_since, a1_penalties_since, a4_since, b1_penalties_since)
      CROSS JOIN LATERAL ( SELECT m.subject_id,
             m.clause_code,
             COALESCE(m.founding_record_id, m.membership_id) AS "coalesce",
             m.listed_on,
             (upper(m.during) - 1) AS "?column?"
            FROM lists.counted_membership(rules.*, clause_window.known_at, clause_window.last_event_on) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
           WHERE (m.list_code = 'serious'::text)
         UNION ALL
          SELECT c.subject_id,
             c.clause_code,
             c.evidence_id,
             c.since_on,
             c.until_on
            FROM lists.counted_penalised(rules.*, clause_window.known_at, clause_window.last_event_on) c(subject_id, clause_code, evidence_id, since_on, until_on)
         UNION ALL
          SELECT a.subject_id,
             'A1'::text,
             a.record_id,
             a.occurred_on,
             ((a.occurred_on + rules.a1_accident_term))::date AS date
            FROM lists.counted_accident(rules.*, clause_window.known_at, clause_window.last_event_on) a(subject_id, record_id, occurred_on)
         UNION ALL
          SELECT p.subject_id,
             'A1'::text,
             p.record_id,
             p.decided_on,
             ((p.decided_on + rules.a1_penalty_term))::date AS date
            FROM lists.counted_penalty(rules.*, clause_window.known_at, clause_window.last_event_on) p(subject_id, record_id, decided_on, breaks_a1, breaks_b1)
           WHERE p.breaks_a1
         UNION ALL
          SELECT p.subject_id,
             'B1'::text,
             p.record_id,
             p.decided_on,
             ((p.decided_on + rules.b1_penalty_term))::date AS date
            FROM lists.counted_penalty(rules.*, clause_window.known_at, clause_window.last_event_on) p(subject_id, record_id, decided_on, breaks_a1, breaks_b1)
           WHERE p.breaks_b1
         UNION ALL
          SELECT c.subject_id,
                 CASE
                     WHEN (c.level <= 2) THEN 'A2'::text
                     ELSE 'B2'::text
                 END AS "case",
             c.record_id,
             c.valid_from,
             c.valid_to
            FROM lists.counted_certification(rules.*, clause_window.known_at, clause_window.last_event_on) c(subject_id, record_id, level, valid_from, valid_to)
         UNION ALL
          SELECT h.subject_id,
                 CASE
                     WHEN h.is_advanced THEN 'A3'::text
                     ELSE 'A4'::text
                 END AS "case",
             h.record_id,
             h.awarded_on,
                 CASE
                     WHEN h.is_advanced THEN
                     CASE
                         WHEN (NOT rules.honours_of_any_year_count) THEN make_date((EXTRACT(year FROM clause_window.as_of))::integer, 12, 31)
                         ELSE NULL::date
                     END
                     WHEN (NOT rules.commendations_last_for_ever) THEN ((h.awarded_on + rules.a4_term))::date
                     ELSE NULL::date
                 END AS "case"
            FROM lists.counted_honour(rules.*, clause_window.known_at, clause_window.last_event_on) h(subject_id, record_id, is_advanced, honoured_year, awarded_on)) w(subject_id, clause_code, evidence_id, since_on, until_on));
END;


--
-- Name: FUNCTION clause_window(as_of date, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.clause_window(as_of date, known_at timestamp with time zone, last_event_on date) IS 'The window of every record that counts on a day: under which clause, from which day, and the last day on which it does.
An advanced unit of one year alone is here under A3 though it does not meet it yet.
Shape: one row per unit, clause and record; since_on is the event; until_on is null when no day ends it. Ask with a condition on subject_id: it reaches the records.
Source: plan IV, V(5); RD-02, RD-07.';


--
-- Name: criterion_a1_failure(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_a1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH event AS (
          SELECT a.subject_id,
             a.record_id,
             ((a.occurred_on + (criterion_a1_failure.rules).a1_accident_term))::date AS until_on
            FROM lists.counted_accident(criterion_a1_failure.rules, criterion_a1_failure.known_at, criterion_a1_failure.last_event_on) a(subject_id, record_id, occurred_on)
         UNION ALL
          SELECT p.subject_id,
             p.record_id,
             ((p.decided_on + (criterion_a1_failure.rules).a1_penalty_term))::date AS date
            FROM lists.counted_penalty(criterion_a1_failure.rules, criterion_a1_failure.known_at, criterion_a1_failure.last_event_on) p(subject_id, record_id, decided_on, breaks_a1, breaks_b1)
           WHERE p.breaks_a1
         )
  SELECT e.subject_id,
     'A1'::text,
     array_agg(e.record_id ORDER BY e.record_id) AS array_agg,
     max(e.until_on) AS max
    FROM event e
   GROUP BY e.subject_id;
END;


--
-- Name: FUNCTION criterion_a1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_a1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Units that fail the first line of A: a fatal accident they answer for within 2 years, or any penalty within 5 years.
An accident whose report is not approved yet also bars A (RD-21); a repaired penalty still does (RD-28); an annulled one no longer does (RD-15).
Shape: one row per unit with the accidents and penalties; until_on is the last day on which the newest of them counts.
Source: plan IV A 1; RD-07 (counted forward, last day inside), RD-08, RD-12.';


--
-- Name: criterion_a2(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_a2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.subject_id,
     'A2'::text,
     array_agg(c.record_id ORDER BY c.record_id) AS array_agg,
     max(c.valid_to) AS max
    FROM lists.counted_certification(criterion_a2.rules, criterion_a2.known_at, criterion_a2.last_event_on) c(subject_id, record_id, level, valid_from, valid_to)
   WHERE (c.level <= 2)
   GROUP BY c.subject_id;
END;


--
-- Name: FUNCTION criterion_a2(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_a2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Units certified at level one or two on the day.
Shape: one row per unit with the certificates; until_on is the last valid day of the longest.
Source: plan IV A 2.';


--
-- Name: criterion_a3(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_a3(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH honoured AS (
          SELECT h_1.subject_id,
             h_1.record_id,
             ((count(*) OVER year_before + count(*) OVER year_after) > 0) AS has_neighbour
            FROM lists.counted_honour(criterion_a3.rules, criterion_a3.known_at, criterion_a3.last_event_on) h_1(subject_id, record_id, is_advanced, honoured_year, awarded_on)
           WHERE h_1.is_advanced
           WINDOW year_before AS (PARTITION BY h_1.subject_id ORDER BY h_1.honoured_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING), year_after AS (PARTITION BY h_1.subject_id ORDER BY h_1.honoured_year RANGE BETWEEN 1 FOLLOWING AND 1 FOLLOWING)
         )
  SELECT h.subject_id,
     'A3'::text,
     array_agg(h.record_id ORDER BY h.record_id) AS array_agg,
         CASE
             WHEN (NOT (criterion_a3.rules).honours_of_any_year_count) THEN make_date((EXTRACT(year FROM (criterion_a3.rules).as_of))::integer, 12, 31)
             ELSE NULL::date
         END AS "case"
    FROM honoured h
   WHERE h.has_neighbour
   GROUP BY h.subject_id;
END;


--
-- Name: FUNCTION criterion_a3(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_a3(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Units honoured as advanced unit at city level or above in two years running: for each of the two calendar years before the year of the day, or by policy b in any two (RD-09).
Shape: one row per unit with the honours; until_on is 31 December of the year of the day, null by policy b.
Source: plan IV A 3.';


--
-- Name: criterion_a4(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_a4(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT h.subject_id,
     'A4'::text,
     array_agg(h.record_id ORDER BY h.record_id) AS array_agg,
         CASE
             WHEN (NOT (criterion_a4.rules).commendations_last_for_ever) THEN ((max(h.awarded_on) + (criterion_a4.rules).a4_term))::date
             ELSE NULL::date
         END AS "case"
    FROM lists.counted_honour(criterion_a4.rules, criterion_a4.known_at, criterion_a4.last_event_on) h(subject_id, record_id, is_advanced, honoured_year, awarded_on)
   WHERE (NOT h.is_advanced)
   GROUP BY h.subject_id;
END;


--
-- Name: FUNCTION criterion_a4(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_a4(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Units commended or publicised as a model at city level or above within 2 years, or by policy b at any time (RD-10).
Shape: one row per unit with the honours; until_on is the last day on which the newest counts, null by policy b.
Source: plan IV A 4; RD-07.';


--
-- Name: criterion_b1_failure(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_b1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT p.subject_id,
     'B1'::text,
     array_agg(p.record_id ORDER BY p.record_id) AS array_agg,
     ((max(p.decided_on) + (criterion_b1_failure.rules).b1_penalty_term))::date AS date
    FROM lists.counted_penalty(criterion_b1_failure.rules, criterion_b1_failure.known_at, criterion_b1_failure.last_event_on) p(subject_id, record_id, decided_on, breaks_a1, breaks_b1)
   WHERE p.breaks_b1
   GROUP BY p.subject_id;
END;


--
-- Name: FUNCTION criterion_b1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_b1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Units with a safety penalty within 1 year; a repaired one leaves the test on the day of its repair (RD-28).
Shape: one row per unit with the penalties; until_on is the last day on which the newest counts.
Source: plan IV B 1; RD-07, RD-12.';


--
-- Name: criterion_b2(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_b2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.subject_id,
     'B2'::text,
     array_agg(c.record_id ORDER BY c.record_id) AS array_agg,
     max(c.valid_to) AS max
    FROM lists.counted_certification(criterion_b2.rules, criterion_b2.known_at, criterion_b2.last_event_on) c(subject_id, record_id, level, valid_from, valid_to)
   WHERE (c.level = 3)
   GROUP BY c.subject_id;
END;


--
-- Name: FUNCTION criterion_b2(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_b2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Units certified at level three on the day.
Shape: one row per unit with the certificates; until_on is the last valid day of the longest.
Source: plan IV B 2.';


--
-- Name: criterion_c(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_c(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.subject_id,
     c.clause_code,
     array_agg(c.evidence_id ORDER BY c.evidence_id) AS array_agg,
         CASE
             WHEN bool_or((c.until_on IS NULL)) THEN NULL::date
             ELSE max(c.until_on)
         END AS max
    FROM lists.counted_penalised(criterion_c.rules, criterion_c.known_at, criterion_c.last_event_on) c(subject_id, clause_code, evidence_id, since_on, until_on)
   GROUP BY c.subject_id, c.clause_code;
END;


--
-- Name: FUNCTION criterion_c(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_c(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Memberships of the penalised list in force on the day, one row per clause: grade C.
Shape: one row per subject and clause; the evidence is the penalty each rests on, or the membership where it rests on none in the register; until_on is the last day of the longest, null while one has no end yet (RD-16).
Source: plan IV C, RD-05, RD-11, RD-12, RD-13, RD-46.';


--
-- Name: criterion_d(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.criterion_d(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT m.subject_id,
     m.clause_code,
     array_agg(COALESCE(m.founding_record_id, m.membership_id) ORDER BY m.membership_id) AS array_agg,
         CASE
             WHEN bool_or(upper_inf(m.during)) THEN NULL::date
             ELSE (max(upper(m.during)) - 1)
         END AS "case"
    FROM lists.counted_membership(criterion_d.rules, criterion_d.known_at, criterion_d.last_event_on) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
   WHERE (m.list_code = 'serious'::text)
   GROUP BY m.subject_id, m.clause_code;
END;


--
-- Name: FUNCTION criterion_d(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.criterion_d(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'Memberships of the serious list in force on the day, one row per clause: grade D.
Shape: one row per subject and clause; the evidence is the penalty each rests on, or the membership where it rests on none in the register; until_on is the last day of the longest, null while one has no end yet (RD-16).
Source: plan IV D, Order 11 Arts. 6-7.';


--
-- Name: findings(bigint[], date, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.findings(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, findings jsonb)
    LANGUAGE plpgsql STABLE
    SET work_mem TO '64MB'
    SET jit TO 'off'
    AS $$
declare
    rules law.rule_set := law.rule_set_on(findings.as_of);
begin
    return query
        select
            f.subject_id,
            jsonb_object_agg(
                f.clause_code,
                jsonb_strip_nulls(jsonb_build_object('met', f.is_met, 'evidence', f.evidence_ids, 'until', f.until_on)))
        from lists.grade_finding(
            rules, findings.known_at, least(coalesce(findings.last_event_on, findings.as_of), findings.as_of)) as f
        -- As in lists.subject_grade_of.
        where findings.subjects is null or f.subject_id = any (array(select unnest(findings.subjects)))
        group by f.subject_id;
end
$$;


--
-- Name: FUNCTION findings(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.findings(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) IS 'The traces of the grades of some units, or with null of every unit, as lists.grade.findings keeps them.
Shape: one row per unit of which a clause has something to say; by clause {"met", "evidence", "until"}.';


--
-- Name: grade_among(bigint[], date, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.grade_among(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
    LANGUAGE plpgsql STABLE
    SET enable_hashagg TO 'off'
    SET random_page_cost TO '1.5'
    SET max_parallel_workers_per_gather TO '0'
    SET jit TO 'off'
    AS $$
declare
    rules law.rule_set := law.rule_set_on(grade_among.as_of);
begin
    return query
        select g.subject_id, g.grade, g.clause_codes, g.evidence_ids
        from lists.subject_grade_of(
            rules, grade_among.subjects, grade_among.known_at,
            least(coalesce(grade_among.last_event_on, grade_among.as_of), grade_among.as_of)) as g;
end
$$;


--
-- Name: FUNCTION grade_among(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.grade_among(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) IS 'What lists.subject_grade says, of some units or with null of every unit.
Shape: as there.';


--
-- Name: grade_by_marks(text, integer); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.grade_by_marks(conditions_of_a text, marks integer) RETURNS law.grade
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((marks & 1024) > 0) THEN 'D'::law.grade WHEN ((marks & 512) > 0) THEN 'C'::law.grade WHEN CASE conditions_of_a WHEN 'a'::text THEN (((marks & 2) = 0) AND (((marks & ((8 + 128) + 256)) > 0) OR ((marks & 96) = 96))) WHEN 'b'::text THEN (((marks & ((2 + 8) + 256)) = (8 + 256)) AND (((marks & 128) > 0) OR ((marks & 96) = 96))) ELSE (((marks & 2) = 0) OR ((marks & ((8 + 128) + 256)) > 0) OR ((marks & 96) = 96)) END THEN 'A'::law.grade ELSE 'B'::law.grade END;


--
-- Name: FUNCTION grade_by_marks(conditions_of_a text, marks integer); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.grade_by_marks(conditions_of_a text, marks integer) IS 'The grade that follows from all marks of a unit, by the answer to RD-03.
Shape: one grade; marks as in lists.subject_mark. Order: D, C, A, B (RD-04, RD-14). Source: plan IV.';


--
-- Name: grade_finding(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.grade_finding(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, clause_code text, is_met boolean, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT f.subject_id,
     f.clause_code,
     true,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_d(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on)
 UNION ALL
  SELECT f.subject_id,
     f.clause_code,
     true,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_c(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on)
 UNION ALL
  SELECT f.subject_id,
     f.clause_code,
     false,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_a1_failure(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on)
 UNION ALL
  SELECT f.subject_id,
     f.clause_code,
     true,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_a2(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on)
 UNION ALL
  SELECT f.subject_id,
     f.clause_code,
     true,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_a3(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on)
 UNION ALL
  SELECT f.subject_id,
     f.clause_code,
     true,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_a4(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on)
 UNION ALL
  SELECT f.subject_id,
     f.clause_code,
     false,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_b1_failure(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on)
 UNION ALL
  SELECT f.subject_id,
     f.clause_code,
     true,
     f.evidence_ids,
     f.until_on
    FROM lists.criterion_b2(grade_finding.rules, grade_finding.known_at, grade_finding.last_event_on) f(subject_id, clause_code, evidence_ids, until_on);
END;


--
-- Name: FUNCTION grade_finding(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.grade_finding(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'What the clauses say of every unit on a day where there is something to say.
Shape: one row per unit and clause: A1 and B1 where they are broken (is_met false, the evidence is what breaks them), the others where they are met; until_on is the last day on which the evidence counts, null when it has no end.
Ask with a condition on subject_id: it reaches the records.';


--
-- Name: grade_trace(bigint, date, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.grade_trace(subject_id bigint, as_of date, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone, last_event_on date DEFAULT NULL::date) RETURNS TABLE(clause_code text, is_met boolean, evidence_ids bigint[], until_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH finding AS (
          SELECT f_1.clause_code,
             f_1.is_met,
             f_1.evidence_ids,
             f_1.until_on
            FROM (law.rule_set_on(grade_trace.as_of) rules(as_of, conditions_of_a, penalised_last, honours_of_any_year_count, commendations_last_for_ever, mild_penalties_count, only_safety_breaks_a1, penalties_of_principals_count, open_accidents_count, repairs_count, objections_suspend, lists_run_side_by_side, a1_accident_term, a1_penalty_term, a4_term, b1_penalty_term, a1_accidents_since, a1_penalties_since, a4_since, b1_penalties_since)
              CROSS JOIN LATERAL lists.grade_finding(rules.*, grade_trace.known_at, LEAST(COALESCE(grade_trace.last_event_on, grade_trace.as_of), grade_trace.as_of)) f_1(subject_id, clause_code, is_met, evidence_ids, until_on))
           WHERE (f_1.subject_id = grade_trace.subject_id)
         )
  SELECT c.clause_code,
     COALESCE(f.is_met, (c.clause_code = ANY (ARRAY['A1'::text, 'B1'::text]))) AS "coalesce",
     COALESCE(f.evidence_ids, '{}'::bigint[]) AS "coalesce",
     f.until_on
    FROM (law.clause c
      LEFT JOIN finding f ON ((f.clause_code = c.clause_code)))
   WHERE ((( SELECT law.parameter_value('a1-penalty-months'::text, grade_trace.as_of) AS parameter_value) > 0) AND ((c.clause_code = ANY (ARRAY['A1'::text, 'A2'::text, 'A3'::text, 'A4'::text, 'B1'::text, 'B2'::text])) OR (f.clause_code IS NOT NULL)))
   ORDER BY c.sort_order;
END;


--
-- Name: FUNCTION grade_trace(subject_id bigint, as_of date, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.grade_trace(subject_id bigint, as_of date, known_at timestamp with time zone, last_event_on date) IS 'What each clause says of one unit on a day: why the grade is what it is, and what it lacks for a better one.
Shape: one row per clause of A and B, and one per ground it is listed under. For A1 and B1 the evidence is what breaks the clause, and until_on the last day on which it does; for the others it is what meets the clause, and the last day on which it is met.';


--
-- Name: sorted(bigint[]); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.sorted(ids bigint[]) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT i.id FROM unnest(sorted.ids) i(id) ORDER BY i.id);


--
-- Name: FUNCTION sorted(ids bigint[]); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.sorted(ids bigint[]) IS 'Ids in ascending order.
Shape: one array.';


--
-- Name: in_order(bigint[]); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.in_order(ids bigint[]) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (cardinality(ids) > 1) THEN lists.sorted(ids) ELSE COALESCE(ids, '{}'::bigint[]) END;


--
-- Name: FUNCTION in_order(ids bigint[]); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.in_order(ids bigint[]) IS 'Ids in ascending order, none for null. Most units have one record behind a clause: the planner can put this into its query and need not call what sorts.
Shape: one array.';


--
-- Name: meets_a(text, jsonb); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.meets_a(conditions_of_a text, findings jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE conditions_of_a WHEN 'a'::text THEN ((NOT (findings ? 'A1'::text)) AND (findings ?| ARRAY['A2'::text, 'A3'::text, 'A4'::text])) WHEN 'b'::text THEN ((NOT (findings ? 'A1'::text)) AND (findings ?& ARRAY['A2'::text, 'A3'::text, 'A4'::text])) ELSE ((NOT (findings ? 'A1'::text)) OR (findings ?| ARRAY['A2'::text, 'A3'::text, 'A4'::text])) END;


--
-- Name: FUNCTION meets_a(conditions_of_a text, findings jsonb); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.meets_a(conditions_of_a text, findings jsonb) IS 'Whether a unit on no list has grade A by its stored trace, by an answer to RD-03.
Shape: one boolean. Source: plan IV; RD-03.';


--
-- Name: membership_in_force(date, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.membership_in_force(as_of date, known_at timestamp with time zone, last_event_on date) RETURNS SETOF lists.membership_version
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT m.subject_id,
     m.membership_id,
     m.version_no,
     m.list_code,
     m.clause_code,
     m.decision_number,
     m.agency_code,
     m.listed_on,
     m.published_on,
     m.period_months,
     m.period_basis,
     m.unit_id,
     m.founding_record_id,
     m.case_id,
     m.restores_membership_id,
     m.ended_on,
     m.end_reason,
     m.end_decision_number,
     m.expired_on,
     m.during,
     m.act_id,
     m.known_at,
     m.capped_on,
     m.last_day
    FROM (law.rule_set_on(membership_in_force.as_of) rules(as_of, conditions_of_a, penalised_last, honours_of_any_year_count, commendations_last_for_ever, mild_penalties_count, only_safety_breaks_a1, penalties_of_principals_count, open_accidents_count, repairs_count, objections_suspend, lists_run_side_by_side, a1_accident_term, a1_penalty_term, a4_term, b1_penalty_term, a1_accidents_since, a1_penalties_since, a4_since, b1_penalties_since)
      CROSS JOIN LATERAL lists.counted_membership(rules.*, membership_in_force.known_at, membership_in_force.last_event_on) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day));
END;


--
-- Name: FUNCTION membership_in_force(as_of date, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.membership_in_force(as_of date, known_at timestamp with time zone, last_event_on date) IS 'Memberships that count on a day, as known at a time, leaving out whatever was decided, ended or published after last_event_on, which is not after the day.
Shape: rows of lists.membership_by_law. Source: plan V(5), RD-02, RD-05, RD-06, RD-14, RD-15, RD-19, RD-28, RD-30.';


--
-- Name: is_credit_code(text); Type: FUNCTION; Schema: register; Owner: -
--

CREATE FUNCTION register.is_credit_code(code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}[0-9]{6}[0-9A-Z]{9}[0-9ABCDEFGHJKLMNPQRTUWXY]$'::text) AND ((SELECT ((31 - (sum(((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY'::text, substr(is_credit_code.code, i.i, 1)) - 1) * (ARRAY[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[i.i])) % (31)::bigint)) % (31)::bigint) FROM generate_series(1, 17) i(i)) = (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY'::text, substr(code, 18, 1)) - 1)) AND ((SELECT CASE (11 - (sum(((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'::text, substr(is_credit_code.code, (i.i + 8), 1)) - 1) * (ARRAY[3, 7, 9, 10, 5, 8, 4, 2])[i.i])) % (11)::bigint)) WHEN 10 THEN 'X'::text WHEN 11 THEN '0'::text ELSE ((11 - (sum(((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'::text, substr(is_credit_code.code, (i.i + 8), 1)) - 1) * (ARRAY[3, 7, 9, 10, 5, 8, 4, 2])[i.i])) % (11)::bigint)))::text END AS "case" FROM generate_series(1, 8) i(i)) = substr(code, 17, 1)));


--
-- Name: FUNCTION is_credit_code(code text); Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON FUNCTION register.is_credit_code(code text) IS 'Whether both check characters of a unified social credit code hold. Source: GB 32100-2015, GB 11714, RD-43.';


--
-- Name: reporting_unit; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.reporting_unit (
    reporting_unit_code text NOT NULL,
    name text NOT NULL,
    agency_code text NOT NULL,
    division_code text,
    sort_order smallint NOT NULL
);


--
-- Name: TABLE reporting_unit; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.reporting_unit IS 'One row is one unit that hands in the statistics form (RD-44); apart from division codes.';


--
-- Name: COLUMN reporting_unit.reporting_unit_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.reporting_unit.reporting_unit_code IS 'code of the unit';


--
-- Name: COLUMN reporting_unit.name; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.reporting_unit.name IS 'name as printed after 报送单位';


--
-- Name: COLUMN reporting_unit.agency_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.reporting_unit.agency_code IS 'agency that runs the unit';


--
-- Name: COLUMN reporting_unit.division_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.reporting_unit.division_code IS 'division whose subjects it takes by default; null when it takes none by code';


--
-- Name: COLUMN reporting_unit.sort_order; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.reporting_unit.sort_order IS 'order in city tables';


--
-- Name: subject_identifier; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.subject_identifier (
    subject_id bigint NOT NULL,
    scheme text NOT NULL,
    value text NOT NULL,
    is_vouched boolean DEFAULT false NOT NULL,
    CONSTRAINT credit_code_holds_both_check_characters CHECK (((scheme <> 'credit_code'::text) OR is_vouched OR register.is_credit_code(value))),
    CONSTRAINT identifier_scheme_is_known CHECK ((scheme = ANY (ARRAY['credit_code'::text, 'number_hash'::text]))),
    CONSTRAINT number_hash_is_a_keyed_digest CHECK (((scheme <> 'number_hash'::text) OR (value ~ '^[0-9a-f]{64}$'::text)))
);


--
-- Name: TABLE subject_identifier; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.subject_identifier IS 'One row is one identifier of one subject.';


--
-- Name: COLUMN subject_identifier.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_identifier.subject_id IS 'the subject';


--
-- Name: COLUMN subject_identifier.scheme; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_identifier.scheme IS 'credit_code, or number_hash: the keyed digest of a resident number (RD-25)';


--
-- Name: COLUMN subject_identifier.value; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_identifier.value IS 'the identifier, normalised';


--
-- Name: COLUMN subject_identifier.is_vouched; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject_identifier.is_vouched IS 'a document stands for the code in place of its check characters (intake.vouched_code)';


--
-- Name: membership_state(date, timestamp with time zone); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.membership_state(as_of date, known_at timestamp with time zone) RETURNS TABLE(as_of_date date, subject_id bigint, membership_id bigint, list_code text, clause_code text, kind text, credit_code text, subject_name text, reporting_unit_name text, agency_name text, decision_number text, listed_on date, published_on date, period_months smallint, last_day date, days_left integer, removal_from date, ended_on date, end_reason text, is_in_force boolean)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT membership_state.as_of AS as_of,
     m.subject_id,
     m.membership_id,
     m.list_code,
     m.clause_code,
     s.kind,
     code.value,
     s.name,
     unit.name,
     agency.name,
     m.decision_number,
     m.listed_on,
     m.published_on,
     m.period_months,
     (COALESCE(m.expired_on, upper(m.during)) - 1),
     (upper(force.during) - membership_state.as_of),
     ((m.listed_on + removal.term))::date AS date,
     m.ended_on,
     m.end_reason,
     (force.membership_id IS NOT NULL)
    FROM ((((((lists.membership_by_law(membership_state.known_at) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
      JOIN register.subject_as_known(membership_state.known_at) s(subject_id, version_no, kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on, deregistered_on, act_id, known_at) ON ((s.subject_id = m.subject_id)))
      JOIN ops.agency agency ON ((agency.agency_code = m.agency_code)))
      LEFT JOIN law.removal_term() removal(months, term, governs) ON ((removal.governs @> m.listed_on)))
      LEFT JOIN ops.reporting_unit unit ON ((unit.reporting_unit_code = s.reporting_unit_code)))
      LEFT JOIN register.subject_identifier code ON (((code.subject_id = m.subject_id) AND (code.scheme = 'credit_code'::text))))
      LEFT JOIN lists.membership_in_force(membership_state.as_of, membership_state.known_at, membership_state.as_of) force(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day) ON (((force.subject_id = m.subject_id) AND (force.membership_id = m.membership_id))))
   WHERE (m.listed_on <= membership_state.as_of);
END;


--
-- Name: FUNCTION membership_state(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.membership_state(as_of date, known_at timestamp with time zone) IS 'Every membership decided by a day, as it stands on that day and as known at a time, with the names a reader needs.
Shape: the columns of reports.membership_on, which gives it to analysts. Source: plan V(5), RD-02, RD-30, RD-33.';


--
-- Name: membership_to_transfer(bigint, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.membership_to_transfer(subject_id bigint, as_of date) RETURNS TABLE(membership_id bigint, list_code text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT m.membership_id,
     m.list_code
    FROM lists.membership_in_force(membership_to_transfer.as_of, 'infinity'::timestamp with time zone, membership_to_transfer.as_of) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
   WHERE ((m.subject_id = membership_to_transfer.subject_id) AND (( SELECT law.policy_option('RD-29'::text, membership_to_transfer.as_of) AS policy_option) = 'b'::text));
END;


--
-- Name: FUNCTION membership_to_transfer(subject_id bigint, as_of date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.membership_to_transfer(subject_id bigint, as_of date) IS 'Memberships that pass to the successor when the unit merges into it on a day: by option b of RD-29 those in force that day, by default none.
Shape: one row per membership. Source: RD-29.';


--
-- Name: missing_ground(bigint, bigint, text, date); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.missing_ground(unit_id bigint, penalty_id bigint, clause_code text, as_of date) RETURNS text
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 WITH shown AS (
          SELECT g.clause_code,
             g.penalty_ids
            FROM records.ground_da1(missing_ground.as_of, 'infinity'::timestamp with time zone) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
           WHERE (g.subject_id = missing_ground.unit_id)
         UNION ALL
          SELECT g.clause_code,
             g.penalty_ids
            FROM records.ground_da2(missing_ground.as_of, 'infinity'::timestamp with time zone) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
           WHERE (g.subject_id = missing_ground.unit_id)
         UNION ALL
          SELECT g.clause_code,
             g.penalty_ids
            FROM records.ground_da3(missing_ground.as_of, 'infinity'::timestamp with time zone) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
           WHERE (g.subject_id = missing_ground.unit_id)
         UNION ALL
          SELECT g.clause_code,
             g.penalty_ids
            FROM records.ground_da4(missing_ground.as_of, 'infinity'::timestamp with time zone) g(subject_id, clause_code, evidence_ids, penalty_ids, occurred_on, since_on, shown_by)
           WHERE (g.subject_id = missing_ground.unit_id)
         )
  SELECT
         CASE
             WHEN (p.record_id IS NULL) THEN 'safety_penalty'::text
             WHEN (EXISTS ( SELECT
                FROM shown g
               WHERE ((g.clause_code = missing_ground.clause_code) AND (missing_ground.penalty_id = ANY (g.penalty_ids))))) THEN NULL::text
             WHEN (missing_ground.clause_code = 'DA1'::text) THEN 'major_accident'::text
             WHEN (missing_ground.clause_code = 'DA2'::text) THEN 'larger_accidents'::text
             WHEN (missing_ground.clause_code = 'DA3'::text) THEN 'article_114_2'::text
             WHEN (missing_ground.clause_code = 'DA4'::text) THEN 'hidden_accident'::text
             WHEN ((missing_ground.clause_code = 'DA5'::text) AND (p.accident_number IS NULL)) THEN 'accident'::text
             WHEN ((missing_ground.clause_code = 'DO2'::text) AND (s.kind <> 'service_body'::text)) THEN 'service_body'::text
             ELSE NULL::text
         END AS "case"
    FROM (register.subject_as_known('infinity'::timestamp with time zone) s(subject_id, version_no, kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on, deregistered_on, act_id, known_at)
      LEFT JOIN records.listing_penalty(missing_ground.as_of, 'infinity'::timestamp with time zone) p(subject_id, record_id, accident_number, decided_on, is_article_114_2, wording) ON (((p.subject_id = s.subject_id) AND (p.record_id = missing_ground.penalty_id))))
   WHERE (s.subject_id = missing_ground.unit_id);
END;


--
-- Name: FUNCTION missing_ground(unit_id bigint, penalty_id bigint, clause_code text, as_of date); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.missing_ground(unit_id bigint, penalty_id bigint, clause_code text, as_of date) IS 'What the records lack on a day for a unit to be listed under a clause by a penalty; null when they lack nothing.
DA1 to DA4 follow from fields, so the ground must be shown and rest on the penalty. What the other clauses say in words an officer judges; the records must only not contradict it.
Shape: safety_penalty, major_accident, larger_accidents, article_114_2, hidden_accident, accident or service_body.
Source: Order 11 Arts. 3, 6, 7; RD-20, RD-26, RD-46.';


--
-- Name: membership_without_accident(bigint, bigint, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.membership_without_accident(unit_id bigint, accident_record_id bigint, as_of date) RETURNS TABLE(membership_id bigint)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 WITH accident AS (
          SELECT a_1.accident_number,
             (EXISTS ( SELECT
                    FROM records.answered_accident(membership_without_accident.as_of, 'infinity'::timestamp with time zone) t(subject_id, record_id, accident_number, occurred_on, severity, reporting_fault, report_approved_on)
                   WHERE ((t.subject_id = a_1.subject_id) AND (t.record_id = a_1.record_id)))) AS is_answered_for
            FROM records.accident_as_known('infinity'::timestamp with time zone) a_1(subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count, serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((a_1.subject_id = membership_without_accident.unit_id) AND (a_1.record_id = membership_without_accident.accident_record_id))
         )
  SELECT m.membership_id
    FROM (((lists.membership m
      JOIN law.clause c ON (((c.clause_code = m.clause_code) AND c.is_accident)))
      JOIN records.penalty_as_known('infinity'::timestamp with time zone) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at) ON (((p.subject_id = membership_without_accident.unit_id) AND (p.record_id = m.founding_record_id))))
      CROSS JOIN accident a)
   WHERE ((m.list_code = 'serious'::text) AND ((m.subject_id = membership_without_accident.unit_id) OR (m.unit_id = membership_without_accident.unit_id)) AND ((p.accident_number = a.accident_number) OR (m.clause_code = 'DA2'::text)) AND
         CASE
             WHEN (m.clause_code = ANY (ARRAY['DA1'::text, 'DA2'::text, 'DA4'::text])) THEN (records.missing_ground(membership_without_accident.unit_id, m.founding_record_id, m.clause_code, membership_without_accident.as_of) IS NOT NULL)
             ELSE (NOT a.is_answered_for)
         END);
END;


--
-- Name: FUNCTION membership_without_accident(unit_id bigint, accident_record_id bigint, as_of date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.membership_without_accident(unit_id bigint, accident_record_id bigint, as_of date) IS 'Serious memberships, of a unit and of persons in its matter, that rested on one of its accidents and rest on it no more as the accident is now known: the clause needs more than the records show (DA1, DA2, DA4), or the unit does not answer for it (the other grounds of an accident).
The accident is that of the founding penalty; by DA2 any that was counted with it. For an officer to re-examine; it ends nothing.
Shape: one row per membership, ended or not. Source: Order 11 Arts. 6, 15; RD-20, RD-21.';


--
-- Name: near_miss(text, jsonb); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.near_miss(conditions_of_a text, findings jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
declare
    graded law.grade := lists.replayed_grade(conditions_of_a, findings);
    lacking text[];
begin
    if graded = 'A' then
        return null;
    end if;
    if graded = 'B' then
        lacking := array_remove(array[
            case when findings ? 'A1' and lists.meets_a(conditions_of_a, findings - 'A1') then 'A1' end,
            case when not findings ? 'A2' and lists.meets_a(conditions_of_a, findings || '{"A2": true}') then 'A2' end,
            case when not findings ? 'A3' and lists.meets_a(conditions_of_a, findings || '{"A3": true}') then 'A3' end,
            case when not findings ? 'A4' and lists.meets_a(conditions_of_a, findings || '{"A4": true}') then 'A4' end
        ], null);
        if lacking = '{}' then
            return null;
        end if;
        return jsonb_strip_nulls(jsonb_build_object(
            'grade', 'A', 'lacks_any_of', lacking, 'until', case when 'A1' = any (lacking) then findings -> 'A1' -> 'until' end));
    end if;
    return (
        select jsonb_strip_nulls(jsonb_build_object(
            'grade', lists.replayed_grade(conditions_of_a, findings - array_agg(f.clause_code)),
            'lacks_any_of', jsonb_agg(f.clause_code order by f.clause_code),
            'until', case when bool_and(f.finding ? 'until') then max(f.finding ->> 'until') end))
        from jsonb_each(findings) as f (clause_code, finding)
        where f.clause_code like (case when graded = 'D' then 'D%' else 'C%' end)
    );
end;
$$;


--
-- Name: FUNCTION near_miss(conditions_of_a text, findings jsonb); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.near_miss(conditions_of_a text, findings jsonb) IS 'The better grade that one thing alone keeps a unit from, read off the trace of its grade.
Shape: null, or {"grade", "lacks_any_of", "until"}: for B the clauses of which any one more would give A; for C and D the ground of the list, and the grade there would be without it. until is the last day on which what stands in the way counts, left out when no day ends it.';


--
-- Name: reasons_digest(text[], bigint[]); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.reasons_digest(clause_codes text[], evidence_ids bigint[]) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
declare
    digest bigint := 0;
    clause_code text;
    evidence_id bigint;
begin
    foreach clause_code in array clause_codes loop
        digest := digest # hashtextextended(clause_code, 0);
    end loop;
    foreach evidence_id in array evidence_ids loop
        digest := digest # hashint8extended(evidence_id, 0);
    end loop;
    return digest;
end
$$;


--
-- Name: FUNCTION reasons_digest(clause_codes text[], evidence_ids bigint[]); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.reasons_digest(clause_codes text[], evidence_ids bigint[]) IS 'What tells the reasons of a grade from others: its clauses and evidence, each hashed, added without carry, so that their order does not matter.
Two different sets of reasons have the same digest once in 2^64.
Shape: one number.';


--
-- Name: replayed_grade(text, jsonb); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.replayed_grade(conditions_of_a text, findings jsonb) RETURNS law.grade
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN jsonb_path_exists(findings, '$.keyvalue()."key"?(@ starts with "D")'::jsonpath) THEN 'D'::law.grade WHEN (findings ? 'C1'::text) THEN 'C'::law.grade WHEN lists.meets_a(conditions_of_a, findings) THEN 'A'::law.grade ELSE 'B'::law.grade END;


--
-- Name: FUNCTION replayed_grade(conditions_of_a text, findings jsonb); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.replayed_grade(conditions_of_a text, findings jsonb) IS 'The grade that follows from a stored trace alone, by the answer to RD-03 that was in force.
Shape: one grade. Source: plan IV; RD-03, RD-04, RD-14.';


--
-- Name: grade; Type: TABLE; Schema: lists; Owner: -
--

CREATE TABLE lists.grade (
    subject_id bigint NOT NULL,
    grade_run_id bigint NOT NULL,
    as_of date NOT NULL,
    grade law.grade,
    clause_codes text[] NOT NULL,
    evidence_ids bigint[] NOT NULL,
    known_at timestamp with time zone NOT NULL,
    findings jsonb DEFAULT '{}'::jsonb NOT NULL,
    near_miss jsonb,
    reasons_digest bigint GENERATED ALWAYS AS (lists.reasons_digest(clause_codes, evidence_ids)) STORED NOT NULL,
    CONSTRAINT only_a_leaver_has_no_grade CHECK (((grade IS NOT NULL) OR (cardinality(clause_codes) = 0)))
);


--
-- Name: TABLE grade; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON TABLE lists.grade IS 'One row is one grade that differs from the one stored before it, in grade or reasons.';


--
-- Name: COLUMN grade.subject_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.subject_id IS 'the unit';


--
-- Name: COLUMN grade.grade_run_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.grade_run_id IS 'run that found it';


--
-- Name: COLUMN grade.as_of; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.as_of IS 'day of the run';


--
-- Name: COLUMN grade.grade; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.grade IS 'A, B, C or D; null from the day a subject is graded no more';


--
-- Name: COLUMN grade.clause_codes; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.clause_codes IS 'clauses that give the grade';


--
-- Name: COLUMN grade.evidence_ids; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.evidence_ids IS 'records or memberships behind it';


--
-- Name: COLUMN grade.known_at; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.known_at IS 'when it was computed';


--
-- Name: COLUMN grade.findings; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.findings IS 'trace: by clause what it rests on, {"met", "evidence", "until"}; A1 and B1 stand here when broken, the others when met; empty for grades stored before version 0.2';


--
-- Name: COLUMN grade.near_miss; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.near_miss IS 'better grade that one thing alone keeps the unit from: {"grade", "lacks_any_of", "until"}; null when there is none';


--
-- Name: COLUMN grade.reasons_digest; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade.reasons_digest IS 'digest of clause_codes and evidence_ids';


--
-- Name: stored_grade(bigint[], date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.stored_grade(subjects bigint[], as_of date) RETURNS SETOF lists.grade
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT DISTINCT ON (g.subject_id) g.subject_id,
     g.grade_run_id,
     g.as_of,
     g.grade,
     g.clause_codes,
     g.evidence_ids,
     g.known_at,
     g.findings,
     g.near_miss,
     g.reasons_digest
    FROM lists.grade g
   WHERE ((g.as_of <= stored_grade.as_of) AND ((stored_grade.subjects IS NULL) OR (g.subject_id = ANY (stored_grade.subjects))))
   ORDER BY g.subject_id, g.as_of DESC, g.known_at DESC, g.grade_run_id DESC;
END;


--
-- Name: FUNCTION stored_grade(subjects bigint[], as_of date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.stored_grade(subjects bigint[], as_of date) IS 'The grades that stand on a day by what runs have stored, of some subjects or with null of all.
Shape: rows of lists.grade, one per subject that ever had one; grade is null for who is graded no more.';


--
-- Name: subject_grade(date, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.subject_grade(as_of date, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone, last_event_on date DEFAULT NULL::date) RETURNS TABLE(subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT g.subject_id,
     g.grade,
     g.clause_codes,
     g.evidence_ids
    FROM lists.grade_among(NULL::bigint[], subject_grade.as_of, subject_grade.known_at, subject_grade.last_event_on) g(subject_id, grade, clause_codes, evidence_ids);
END;


--
-- Name: FUNCTION subject_grade(as_of date, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.subject_grade(as_of date, known_at timestamp with time zone, last_event_on date) IS 'The grade of every unit on a day, as known at a time, with the clauses and the records behind it.
Shape: one row per unit that exists on the day (persons have no grade, RD-36); evidence_ids are records, or memberships that rest on none.
last_event_on leaves out later events, the registration and deregistration of a unit among them: the yearly run on 1 January passes 31 December (RD-06); null: the day itself.
Raises AX001 for a day before the plan, whatever the register holds. Source: plan IV.';


--
-- Name: subject_mark(law.rule_set, timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.subject_mark(rules law.rule_set, known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, mark integer, a2 bigint, a3 bigint, a4 bigint, b2 bigint, c1 bigint)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
( SELECT s.subject_id,
     1,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8
    FROM register.subject_as_known(subject_mark.known_at) s(subject_id, version_no, kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on, deregistered_on, act_id, known_at)
   WHERE ((s.kind <> 'person'::text) AND ((s.registered_on IS NULL) OR (s.registered_on <= subject_mark.last_event_on)) AND ((s.deregistered_on IS NULL) OR (s.deregistered_on > subject_mark.last_event_on)))
   ORDER BY s.subject_id)
 UNION ALL
 ( SELECT p.subject_id,
     (
         CASE
             WHEN p.breaks_a1 THEN 2
             ELSE 0
         END |
         CASE
             WHEN p.breaks_b1 THEN 4
             ELSE 0
         END),
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8
    FROM lists.counted_penalty(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) p(subject_id, record_id, decided_on, breaks_a1, breaks_b1)
   ORDER BY p.subject_id)
 UNION ALL
 ( SELECT a.subject_id,
     2,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8
    FROM lists.counted_accident(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) a(subject_id, record_id, occurred_on)
   ORDER BY a.subject_id)
 UNION ALL
 ( SELECT c.subject_id,
         CASE
             WHEN (c.level <= 2) THEN 8
             ELSE 16
         END AS "case",
         CASE
             WHEN (c.level <= 2) THEN c.record_id
             ELSE NULL::bigint
         END AS "case",
     NULL::bigint AS int8,
     NULL::bigint AS int8,
         CASE
             WHEN (c.level > 2) THEN c.record_id
             ELSE NULL::bigint
         END AS "case",
     NULL::bigint AS int8
    FROM lists.counted_certification(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) c(subject_id, record_id, level, valid_from, valid_to)
   ORDER BY c.subject_id)
 UNION ALL
 ( SELECT h.subject_id,
         CASE
             WHEN (NOT h.is_advanced) THEN 256
             WHEN ((h.honoured_year)::numeric = (EXTRACT(year FROM (subject_mark.rules).as_of) - (1)::numeric)) THEN 32
             ELSE 64
         END AS "case",
     NULL::bigint AS int8,
         CASE
             WHEN h.is_advanced THEN h.record_id
             ELSE NULL::bigint
         END AS "case",
         CASE
             WHEN (NOT h.is_advanced) THEN h.record_id
             ELSE NULL::bigint
         END AS "case",
     NULL::bigint AS int8,
     NULL::bigint AS int8
    FROM lists.counted_honour(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) h(subject_id, record_id, is_advanced, honoured_year, awarded_on)
   WHERE (NOT (h.is_advanced AND (subject_mark.rules).honours_of_any_year_count))
   ORDER BY h.subject_id)
 UNION ALL
  SELECT a.subject_id,
     128,
     NULL::bigint AS int8,
     e.evidence_id,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8
    FROM (lists.criterion_a3(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) a(subject_id, clause_code, evidence_ids, until_on)
      CROSS JOIN LATERAL unnest(a.evidence_ids) e(evidence_id))
   WHERE (subject_mark.rules).honours_of_any_year_count
 UNION ALL
 ( SELECT c.subject_id,
     512,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     c.evidence_id
    FROM lists.counted_penalised(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) c(subject_id, clause_code, evidence_id, since_on, until_on)
   ORDER BY c.subject_id)
 UNION ALL
 ( SELECT m.subject_id,
     1024,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8,
     NULL::bigint AS int8
    FROM lists.counted_membership(subject_mark.rules, subject_mark.known_at, subject_mark.last_event_on) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
   WHERE (m.list_code = 'serious'::text)
   ORDER BY m.subject_id);
END;


--
-- Name: FUNCTION subject_mark(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.subject_mark(rules law.rule_set, known_at timestamp with time zone, last_event_on date) IS 'What each record that counts says of its unit, as one bit, and the record itself in the column of the clause that it meets. A condition on subject_id reaches the records.
Shape: one row per unit and record that counts, and one with mark 1 per unit that exists on the day; who has no such row, as a person, is not graded.
Bits: 1 a unit to grade (RD-36); 2 breaks A1; 4 breaks B1; 8 meets A2; 16 meets B2; 32 and 64 advanced in one of the two years before, together A3; 128 meets A3 by option b of RD-09; 256 meets A4; 512 on the penalised list; 1024 on the serious list.
The functions lists.criterion_… say the same clause by clause. Source: plan IV.';


--
-- Name: subject_grade_of(law.rule_set, bigint[], timestamp with time zone, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.subject_grade_of(rules law.rule_set, subjects bigint[], known_at timestamp with time zone, last_event_on date) RETURNS TABLE(subject_id bigint, grade law.grade, clause_codes text[], evidence_ids bigint[])
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH gathered AS (
          SELECT m.subject_id,
             bit_or(m.mark) AS marks,
             array_agg(m.a2) FILTER (WHERE (m.a2 IS NOT NULL)) AS a2,
             array_agg(m.a3) FILTER (WHERE (m.a3 IS NOT NULL)) AS a3,
             array_agg(m.a4) FILTER (WHERE (m.a4 IS NOT NULL)) AS a4,
             array_agg(m.b2) FILTER (WHERE (m.b2 IS NOT NULL)) AS b2,
             array_agg(m.c1) FILTER (WHERE (m.c1 IS NOT NULL)) AS c1
            FROM lists.subject_mark(subject_grade_of.rules, subject_grade_of.known_at, subject_grade_of.last_event_on) m(subject_id, mark, a2, a3, a4, b2, c1)
           WHERE ((subject_grade_of.subjects IS NULL) OR (m.subject_id = ANY (ARRAY( SELECT unnest(subject_grade_of.subjects) AS unnest))))
           GROUP BY m.subject_id
          HAVING ((bit_or(m.mark) & 1) = 1)
         ), judged AS (
          SELECT g.subject_id,
             g.marks,
             g.a2,
             g.a3,
             g.a4,
             g.b2,
             g.c1,
             lists.grade_by_marks((subject_grade_of.rules).conditions_of_a, g.marks) AS grade
            FROM gathered g
         )
  SELECT j.subject_id,
     j.grade,
         CASE j.grade
             WHEN 'D'::law.grade THEN ( SELECT array_agg(d.clause_code ORDER BY d.clause_code) AS array_agg
                FROM lists.criterion_d(subject_grade_of.rules, subject_grade_of.known_at, subject_grade_of.last_event_on) d(subject_id, clause_code, evidence_ids, until_on)
               WHERE (d.subject_id = j.subject_id))
             WHEN 'C'::law.grade THEN ARRAY['C1'::text]
             WHEN 'A'::law.grade THEN array_remove(ARRAY[
             CASE
                 WHEN ((j.marks & 2) = 0) THEN 'A1'::text
                 ELSE NULL::text
             END,
             CASE
                 WHEN (j.a2 IS NOT NULL) THEN 'A2'::text
                 ELSE NULL::text
             END,
             CASE
                 WHEN (((j.marks & 128) > 0) OR ((j.marks & 96) = 96)) THEN 'A3'::text
                 ELSE NULL::text
             END,
             CASE
                 WHEN (j.a4 IS NOT NULL) THEN 'A4'::text
                 ELSE NULL::text
             END], NULL::text)
             ELSE
             CASE (j.marks & (4 + 16))
                 WHEN 16 THEN ARRAY['B1'::text, 'B2'::text]
                 WHEN 0 THEN ARRAY['B1'::text]
                 WHEN (4 + 16) THEN ARRAY['B2'::text]
                 ELSE ARRAY['B0'::text]
             END
         END AS "array",
         CASE j.grade
             WHEN 'D'::law.grade THEN ( SELECT array_agg(e.evidence_id ORDER BY d.clause_code, e.evidence_id) AS array_agg
                FROM (lists.criterion_d(subject_grade_of.rules, subject_grade_of.known_at, subject_grade_of.last_event_on) d(subject_id, clause_code, evidence_ids, until_on)
                  CROSS JOIN LATERAL unnest(d.evidence_ids) e(evidence_id))
               WHERE (d.subject_id = j.subject_id))
             WHEN 'C'::law.grade THEN lists.in_order(j.c1)
             WHEN 'A'::law.grade THEN ((lists.in_order(j.a2) ||
             CASE
                 WHEN (((j.marks & 128) > 0) OR ((j.marks & 96) = 96)) THEN lists.in_order(j.a3)
                 ELSE '{}'::bigint[]
             END) || lists.in_order(j.a4))
             ELSE lists.in_order(j.b2)
         END AS in_order
    FROM judged j;
END;


--
-- Name: FUNCTION subject_grade_of(rules law.rule_set, subjects bigint[], known_at timestamp with time zone, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.subject_grade_of(rules law.rule_set, subjects bigint[], known_at timestamp with time zone, last_event_on date) IS 'The grade of some units, or with null of every unit, by the rules of a day, as known at a time, with the clauses and the records behind it.
Events after last_event_on are left out. Every record that counts is looked at once.
Shape: one row per unit that exists on the day (persons have no grade, RD-36); evidence_ids are records, or memberships that rest on none.
Source: plan IV.';


--
-- Name: suspect_grade(date, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.suspect_grade(as_of date, last_event_on date) RETURNS TABLE(subject_id bigint)
    LANGUAGE plpgsql STABLE
    AS $$
declare
    -- Roughly the middle is enough. A small register may give no sample: then the second half is all of it.
    middle bigint := coalesce(
        (
            select percentile_disc(0.5) within group (order by s.subject_id)
            from register.subject as s tablesample system (1)
        ), 0);
begin
    return query
        select s.subject_id from lists.suspect_grade_within(suspect_grade.as_of, suspect_grade.last_event_on, null, middle) as s
        union all
        select s.subject_id from lists.suspect_grade_within(suspect_grade.as_of, suspect_grade.last_event_on, middle, null) as s;
end
$$;


--
-- Name: FUNCTION suspect_grade(as_of date, last_event_on date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.suspect_grade(as_of date, last_event_on date) IS 'The units whose grade on a day may differ, in grade or reasons, from what is stored up to it: those whose reasons have another digest, and every one on the serious list.
lists.changed_grade then looks closely at these units alone. The register is passed over in two halves, which the planner gives to two processes.
Shape: one row per unit; events after last_event_on are left out.';


--
-- Name: suspect_grade_within(date, date, bigint, bigint); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.suspect_grade_within(as_of date, last_event_on date, first_id bigint, end_id bigint) RETURNS TABLE(subject_id bigint)
    LANGUAGE plpgsql STABLE COST 1e+06 PARALLEL SAFE
    SET enable_hashagg TO 'off'
    SET random_page_cost TO '1.5'
    SET max_parallel_workers_per_gather TO '0'
    SET jit TO 'off'
    AS $$
declare
    rules law.rule_set := law.rule_set_on(suspect_grade_within.as_of);
begin
    return query
        select d.subject_id
        from (
            select
                coalesce(n.subject_id, o.subject_id) as subject_id,
                case
                    when n.subject_id is null then o.grade is not null
                    else o.grade is null or n.reasons_digest is distinct from o.reasons_digest
                end as differs
            from (
                select
                    m.subject_id,
                    case lists.grade_by_marks(rules.conditions_of_a, m.marks)
                        when 'C' then hashtextextended('C1', 0) # m.c1
                        when 'A' then
                            case when m.marks & 2 = 0 then hashtextextended('A1', 0) else 0 end
                            # case when m.marks & 8 > 0 then hashtextextended('A2', 0) # m.a2 else 0 end
                            # case when m.marks & 128 > 0 or m.marks & 96 = 96 then hashtextextended('A3', 0) # m.a3 else 0 end
                            # case when m.marks & 256 > 0 then hashtextextended('A4', 0) # m.a4 else 0 end
                        when 'B' then
                            case m.marks & (4 + 16)
                                when 16 then hashtextextended('B1', 0) # hashtextextended('B2', 0) # m.b2
                                when 0 then hashtextextended('B1', 0)
                                when 4 + 16 then hashtextextended('B2', 0) # m.b2
                                else hashtextextended('B0', 0)
                            end
                    end as reasons_digest
                from (
                    select
                        k.subject_id,
                        bit_or(k.mark) as marks,
                        bit_xor(hashint8extended(k.a2, 0)) as a2,
                        bit_xor(hashint8extended(k.a3, 0)) as a3,
                        bit_xor(hashint8extended(k.a4, 0)) as a4,
                        bit_xor(hashint8extended(k.b2, 0)) as b2,
                        bit_xor(hashint8extended(k.c1, 0)) as c1
                    from lists.subject_mark(rules, 'infinity', suspect_grade_within.last_event_on) as k
                    where (suspect_grade_within.first_id is null or k.subject_id >= suspect_grade_within.first_id)
                        and (suspect_grade_within.end_id is null or k.subject_id < suspect_grade_within.end_id)
                    group by k.subject_id
                    having bit_or(k.mark) & 1 = 1
                ) as m
            ) as n
            full join (
                select distinct on (g.subject_id) g.subject_id, g.grade, g.reasons_digest
                from lists.grade as g
                where g.as_of <= rules.as_of
                    and (suspect_grade_within.first_id is null or g.subject_id >= suspect_grade_within.first_id)
                    and (suspect_grade_within.end_id is null or g.subject_id < suspect_grade_within.end_id)
                order by g.subject_id, g.as_of desc, g.known_at desc, g.grade_run_id desc
            ) as o on o.subject_id = n.subject_id
            -- Without this the comparison would become a part of the join and cost a copy of its inner side.
            offset 0
        ) as d
        where d.differs;
end
$$;


--
-- Name: FUNCTION suspect_grade_within(as_of date, last_event_on date, first_id bigint, end_id bigint); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.suspect_grade_within(as_of date, last_event_on date, first_id bigint, end_id bigint) IS 'What lists.suspect_grade says of the subjects from one id to before another, null for no bound.
One pass over their records in the order of the keys, without building the reasons.
Shape: as there.';


--
-- Name: touched_subject(timestamp with time zone, date, date, date, date); Type: FUNCTION; Schema: lists; Owner: -
--

CREATE FUNCTION lists.touched_subject(known_since timestamp with time zone, day date, events_to date, new_day date, new_events_to date) RETURNS TABLE(subject_id bigint)
    LANGUAGE plpgsql STABLE
    AS $$
declare
    rules law.rule_set := law.rule_set_on(touched_subject.day);
    new_rules law.rule_set := law.rule_set_on(touched_subject.new_day);
begin
    return query
        select v.subject_id from register.subject_version as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.penalty as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.accident as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.certification as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.honour as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.repair_result as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from lists.membership_version as v where v.known_at > touched_subject.known_since
        union
        select v.subject_id from records.penalty as v where v.decided_on > touched_subject.events_to and v.decided_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.penalty as v where v.annulled_on > touched_subject.events_to and v.annulled_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.accident as v where v.occurred_on > touched_subject.events_to and v.occurred_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.accident as v where v.report_approved_on > touched_subject.events_to and v.report_approved_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.certification as v where v.valid_from > touched_subject.events_to and v.valid_from <= touched_subject.new_events_to
        union
        select v.subject_id from records.certification as v where v.revoked_on > touched_subject.events_to and v.revoked_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.honour as v where v.awarded_on > touched_subject.events_to and v.awarded_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.repair_result as v where v.repaired_on > touched_subject.events_to and v.repaired_on <= touched_subject.new_events_to
        union
        select v.subject_id from lists.membership_version as v where v.listed_on > touched_subject.events_to and v.listed_on <= touched_subject.new_events_to
        union
        select v.subject_id from lists.membership_version as v where v.published_on > touched_subject.events_to and v.published_on <= touched_subject.new_events_to
        union
        select v.subject_id from lists.membership_version as v where v.ended_on > touched_subject.events_to and v.ended_on <= touched_subject.new_events_to
        union
        select v.successor_id from register.succession as v where v.merged_on > touched_subject.events_to and v.merged_on <= touched_subject.new_events_to
        union
        select v.subject_id from register.subject_version as v where v.registered_on > touched_subject.events_to and v.registered_on <= touched_subject.new_events_to
        union
        select v.subject_id from register.subject_version as v where v.deregistered_on > touched_subject.events_to and v.deregistered_on <= touched_subject.new_events_to
        union
        select v.subject_id from records.penalty as v
        where v.decided_on >= rules.a1_penalties_since
            and v.decided_on < new_rules.a1_penalties_since
        union
        select v.subject_id from records.penalty as v
        where v.decided_on >= rules.b1_penalties_since
            and v.decided_on < new_rules.b1_penalties_since
        union
        select v.subject_id from records.accident as v
        where v.occurred_on >= rules.a1_accidents_since
            and v.occurred_on < new_rules.a1_accidents_since
        union
        select v.subject_id from records.honour as v
        where v.awarded_on >= rules.a4_since
            and v.awarded_on < new_rules.a4_since
        union
        select v.subject_id from lists.membership_version as v
        where v.listed_on >= rules.b1_penalties_since
            and v.listed_on < new_rules.b1_penalties_since
        union
        select v.subject_id from records.certification as v where v.valid_to >= touched_subject.day and v.valid_to < touched_subject.new_day
        union
        select v.subject_id from lists.membership_version as v where upper(v.during) > touched_subject.day and upper(v.during) <= touched_subject.new_day
        union
        select v.subject_id from records.honour as v
        where v.kind = 'advanced_unit' and extract(year from touched_subject.day) <> extract(year from touched_subject.new_day);
end
$$;


--
-- Name: FUNCTION touched_subject(known_since timestamp with time zone, day date, events_to date, new_day date, new_events_to date); Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON FUNCTION lists.touched_subject(known_since timestamp with time zone, day date, events_to date, new_day date, new_events_to date) IS 'The subjects whose grade may differ between two days under the same rules: those of which something was told since, and those of which a record begins or ceases to count in between.
A superset, for grading anew what alone can have changed. It holds while the policies RD-13 and RD-39 have their default answers and no last day moves (RD-30): else grades depend on persons, objections and the calendar.
day and events_to are those of the run before, new_day and new_events_to those of the run to come (RD-06).
Shape: one row per subject.';


--
-- Name: officer; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.officer (
    officer_code text NOT NULL,
    name text NOT NULL,
    agency_code text NOT NULL,
    is_active boolean DEFAULT true NOT NULL
);


--
-- Name: TABLE officer; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.officer IS 'One row is one person of an agency, or one automatic actor, that signs acts.';


--
-- Name: COLUMN officer.officer_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer.officer_code IS 'code given in acts';


--
-- Name: COLUMN officer.name; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer.name IS 'name';


--
-- Name: COLUMN officer.agency_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer.agency_code IS 'agency the officer belongs to';


--
-- Name: COLUMN officer.is_active; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer.is_active IS 'whether the officer may still act';


--
-- Name: officer_login; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.officer_login (
    login text NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: TABLE officer_login; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.officer_login IS 'One row is one login of the database and the officer who uses it; append-only, a login is given once.';


--
-- Name: COLUMN officer_login.login; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_login.login IS 'name of the login, as session_user tells it';


--
-- Name: COLUMN officer_login.officer_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_login.officer_code IS 'the officer';


--
-- Name: COLUMN officer_login.act_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_login.act_id IS 'act that named it';


--
-- Name: COLUMN officer_login.known_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_login.known_at IS 'time from which it is known';


--
-- Name: agencies_in_reach(); Type: FUNCTION; Schema: ops; Owner: -
--

CREATE FUNCTION ops.agencies_in_reach() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH RECURSIVE reach AS (
          SELECT a.agency_code
            FROM ops.agency a
           WHERE ((EXISTS ( SELECT
                    FROM ( VALUES ('anxin_owner'::text), ('anxin_worker'::text), ('anxin_analyst'::text)) whole(role)
                   WHERE pg_has_role(SESSION_USER, (whole.role)::name, 'member'::text))) OR (a.agency_code = ( SELECT o.agency_code
                    FROM (ops.officer_login l
                      JOIN ops.officer o ON ((o.officer_code = l.officer_code)))
                   WHERE ((l.login = SESSION_USER) AND o.is_active))))
         UNION
          SELECT a.agency_code
            FROM (ops.agency a
              JOIN reach r_1 ON ((r_1.agency_code = a.parent_code)))
         )
  SELECT COALESCE(array_agg(r.agency_code), '{}'::text[]) AS "coalesce"
    FROM reach r;
END;


--
-- Name: FUNCTION agencies_in_reach(); Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON FUNCTION ops.agencies_in_reach() IS 'The agencies whose rows the reports show to this session: all to analysts, workers and owners, to an officer the own agency and those below it, to a login that is nobody''s none.
Asked of session_user, which no setting and no change of role bends; once in a statement when written as a sub-select.
Shape: codes of agencies, in no order; empty where there is none. Source: Order 11 Art. 4; plan V.';


--
-- Name: channel; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.channel (
    channel_code text NOT NULL,
    name text NOT NULL,
    is_required boolean NOT NULL,
    is_paused boolean DEFAULT false NOT NULL,
    batch_size integer DEFAULT 100 NOT NULL,
    shows_persons boolean DEFAULT true NOT NULL,
    items_per_minute integer,
    paced_until timestamp with time zone,
    reconciled_on date,
    CONSTRAINT batch_size_is_positive CHECK ((batch_size > 0)),
    CONSTRAINT pace_is_positive CHECK ((items_per_minute > 0))
);


--
-- Name: TABLE channel; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.channel IS 'One row is one disclosure channel.';


--
-- Name: COLUMN channel.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.channel_code IS 'bureau-site, sharing-platform, enterprise-publicity';


--
-- Name: COLUMN channel.name; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.name IS 'name';


--
-- Name: COLUMN channel.is_required; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.is_required IS 'whether a first success on it starts the management period (RD-16)';


--
-- Name: COLUMN channel.is_paused; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.is_paused IS 'whether an operator has stopped deliveries';


--
-- Name: COLUMN channel.batch_size; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.batch_size IS 'items in a batch';


--
-- Name: COLUMN channel.shows_persons; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.shows_persons IS 'whether it shows persons too; the enterprise publicity system has no place for them';


--
-- Name: COLUMN channel.items_per_minute; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.items_per_minute IS 'how many the receiver takes a minute, over all workers; null: any number';


--
-- Name: COLUMN channel.paced_until; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.paced_until IS 'time at which what was claimed so far is used up at that pace; null before the first claim under it';


--
-- Name: COLUMN channel.reconciled_on; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel.reconciled_on IS 'business day of the last reconciliation, for which the queue stands; null before the first';


--
-- Name: channel_list; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.channel_list (
    channel_code text NOT NULL,
    list_code text NOT NULL
);


--
-- Name: TABLE channel_list; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.channel_list IS 'One row says that a channel shows a list.';


--
-- Name: COLUMN channel_list.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel_list.channel_code IS 'the channel';


--
-- Name: COLUMN channel_list.list_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.channel_list.list_code IS 'the list';


--
-- Name: channel_of(text, boolean, boolean); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.channel_of(list_code text, is_person boolean, is_open_on_platform boolean) RETURNS TABLE(channel_code text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT l.channel_code
    FROM (publication.channel_list l
      JOIN publication.channel c ON ((c.channel_code = l.channel_code)))
   WHERE ((l.list_code = channel_of.list_code) AND (c.shows_persons OR (NOT channel_of.is_person)) AND ((c.channel_code <> 'sharing-platform'::text) OR channel_of.is_open_on_platform));
END;


--
-- Name: FUNCTION channel_of(list_code text, is_person boolean, is_open_on_platform boolean); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.channel_of(list_code text, is_person boolean, is_open_on_platform boolean) IS 'The channels that show a membership in force.
The sharing platform shows a penalty as long as its class and the rule of its date allow (RD-24); the bureau site as long as it founds a membership. A channel for businesses shows no persons.
Shape: one row per channel.
Source: Order 11 Arts. 11-12, RD-24, RD-25.';


--
-- Name: person; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.person (
    subject_id bigint NOT NULL,
    masked_number text NOT NULL,
    number_cipher bytea NOT NULL,
    key_id text NOT NULL,
    CONSTRAINT masked_number_hides_the_birth_date CHECK ((masked_number ~ '^[0-9]{6}\*{8}[0-9]{3}[0-9X]$'::text))
);


--
-- Name: TABLE person; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.person IS 'One row is the resident number of one person, encrypted by the application; the key is never in the database.';


--
-- Name: COLUMN person.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.person.subject_id IS 'the person';


--
-- Name: COLUMN person.masked_number; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.person.masked_number IS 'number with the eight birth-date characters hidden (RD-25)';


--
-- Name: COLUMN person.number_cipher; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.person.number_cipher IS 'AES-256-GCM: nonce, ciphertext, tag; the subject id is authenticated with it';


--
-- Name: COLUMN person.key_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.person.key_id IS 'which key encrypted it';


--
-- Name: subject; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.subject (
    subject_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    sort_key text,
    reporting_unit_code text,
    industry_code text,
    enterprise_type text,
    business_scope text,
    registered_address text,
    legal_representative text,
    registered_on date,
    deregistered_on date,
    version_no integer NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT only_units_have_a_reporting_unit CHECK (((kind = 'person'::text) = (reporting_unit_code IS NULL))),
    CONSTRAINT subject_ends_after_it_starts CHECK ((deregistered_on >= registered_on)),
    CONSTRAINT subject_kind_is_known CHECK ((kind = ANY (ARRAY['business'::text, 'service_body'::text, 'person'::text]))),
    CONSTRAINT subject_name_is_not_blank CHECK (((name ~ '\S'::text) AND (length(name) <= 200)))
);


--
-- Name: TABLE subject; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.subject IS 'One row is one subject as it is known now: a unit that is graded or a person that can be listed.';


--
-- Name: COLUMN subject.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.subject_id IS 'id, never changed';


--
-- Name: COLUMN subject.kind; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.kind IS 'business (生产经营单位), service_body (机构) or person';


--
-- Name: COLUMN subject.name; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.name IS 'name now';


--
-- Name: COLUMN subject.sort_key; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.sort_key IS 'text to sort by instead of the name, where its reading is unusual; null: the name';


--
-- Name: COLUMN subject.reporting_unit_code; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.reporting_unit_code IS 'unit that reports the subject; null for persons, who stand on no form (RD-36)';


--
-- Name: COLUMN subject.industry_code; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.industry_code IS 'industry, GB/T 4754-2017; null when unknown';


--
-- Name: COLUMN subject.enterprise_type; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.enterprise_type IS 'type as registered; null when unknown';


--
-- Name: COLUMN subject.business_scope; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.business_scope IS 'scope as registered; null when unknown';


--
-- Name: COLUMN subject.registered_address; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.registered_address IS 'registered address; null when unknown';


--
-- Name: COLUMN subject.legal_representative; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.legal_representative IS 'name of the legal representative; null when unknown';


--
-- Name: COLUMN subject.registered_on; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.registered_on IS 'day of registration; null when unknown; no grade before it';


--
-- Name: COLUMN subject.deregistered_on; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.deregistered_on IS 'first day on which the subject no longer exists (RD-29); null while it exists';


--
-- Name: COLUMN subject.version_no; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.version_no IS 'number of the newest row of register.subject_version';


--
-- Name: COLUMN subject.act_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.act_id IS 'act that brought the newest version';


--
-- Name: COLUMN subject.known_at; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.subject.known_at IS 'time from which the newest version is known';


--
-- Name: measure; Type: TABLE; Schema: supervision; Owner: -
--

CREATE TABLE supervision.measure (
    grade law.grade NOT NULL,
    measure_no smallint NOT NULL,
    valid_from date NOT NULL,
    text_zh text NOT NULL,
    source text NOT NULL
);


--
-- Name: TABLE measure; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON TABLE supervision.measure IS 'One row is one measure that follows from a grade, from a day on.';


--
-- Name: COLUMN measure.grade; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.measure.grade IS 'the grade';


--
-- Name: COLUMN measure.measure_no; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.measure.measure_no IS 'order within the grade';


--
-- Name: COLUMN measure.valid_from; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.measure.valid_from IS 'first day on which it applies';


--
-- Name: COLUMN measure.text_zh; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.measure.text_zh IS 'words of the measure';


--
-- Name: COLUMN measure.source; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.measure.source IS 'where it stands';


--
-- Name: entry_content(date, bigint, bigint); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.entry_content(as_of date, subject_id bigint, membership_id bigint) RETURNS TABLE(content json, content_sha256 text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH list_name(list_code, name, grade) AS (
          VALUES ('penalised'::text,'被行政处理'::text,'C'::law.grade), ('serious'::text,'安全生产严重失信主体名单'::text,'D'::law.grade)
         ), rule AS MATERIALIZED (
          SELECT law.parameter_value('objection-working-days'::text, entry_content.as_of) AS objection_days
         ), measures AS MATERIALIZED (
          SELECT newest.grade,
             jsonb_agg(newest.text_zh ORDER BY newest.measure_no) AS texts
            FROM ( SELECT DISTINCT ON (m.grade, m.measure_no) m.grade,
                     m.measure_no,
                     m.text_zh
                    FROM supervision.measure m
                   WHERE (m.valid_from <= entry_content.as_of)
                   ORDER BY m.grade, m.measure_no, m.valid_from DESC) newest
           GROUP BY newest.grade
         ), shown AS (
          SELECT (jsonb_build_object('entry_id', m.membership_id, 'list_code', m.list_code, 'list_name', list_name.name, 'subject_kind', s.kind, 'name', s.name, 'credit_code', code.value, 'masked_number', person.masked_number, 'registered_address',
                 CASE
                     WHEN (s.kind <> 'person'::text) THEN s.registered_address
                     ELSE NULL::text
                 END, 'reporting_unit', COALESCE(unit.reporting_unit_code, unit_of_person.reporting_unit_code), 'reporting_unit_name', COALESCE(unit.name, unit_of_person.name), 'ground_clause', m.clause_code, 'ground_text', clause.text_zh, 'basis', penalty.basis, 'decision_number', m.decision_number, 'decided_on', m.listed_on, 'deciding_agency', agency.name, 'published_on', m.published_on, 'management_months', m.period_months, 'last_day', (upper(m.during) - 1), 'removal_from', ((m.listed_on + removal.term))::date, 'measures', COALESCE(measures.texts, '[]'::jsonb), 'remedies', (('认为记录与事实不符的，可以向记录部门提出异议申请，受理之日起'::text || rule.objection_days) || '个工作日内答复；不服决定的，可以依法申请行政复议或者提起行政诉讼。'::text), 'is_objection_pending', (EXISTS ( SELECT
                    FROM cases.objection_pending(entry_content.as_of) o(subject_id, record_id, case_id, filed_on)
                   WHERE ((o.subject_id = m.subject_id) AND (o.record_id = m.founding_record_id))))))::text AS content
            FROM (((((((((((((lists.membership_by_law('infinity'::timestamp with time zone) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
              JOIN law.removal_term() removal(months, term, governs) ON ((removal.governs @> m.listed_on)))
              JOIN list_name ON ((list_name.list_code = m.list_code)))
              JOIN register.subject s ON ((s.subject_id = m.subject_id)))
              JOIN ops.agency agency ON ((agency.agency_code = m.agency_code)))
              JOIN law.clause clause ON ((clause.clause_code = m.clause_code)))
              CROSS JOIN rule)
              LEFT JOIN measures ON ((measures.grade = list_name.grade)))
              LEFT JOIN ops.reporting_unit unit ON ((unit.reporting_unit_code = s.reporting_unit_code)))
              LEFT JOIN register.subject employer ON (((employer.subject_id = m.unit_id) AND (s.kind = 'person'::text))))
              LEFT JOIN ops.reporting_unit unit_of_person ON ((unit_of_person.reporting_unit_code = employer.reporting_unit_code)))
              LEFT JOIN register.subject_identifier code ON (((code.subject_id = m.subject_id) AND (code.scheme = 'credit_code'::text))))
              LEFT JOIN register.person person ON ((person.subject_id = m.subject_id)))
              LEFT JOIN records.penalty_as_known('infinity'::timestamp with time zone) penalty(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at) ON (((penalty.subject_id = COALESCE(m.unit_id, m.subject_id)) AND (penalty.record_id = m.founding_record_id))))
           WHERE ((m.subject_id = entry_content.subject_id) AND (m.membership_id = entry_content.membership_id))
          OFFSET 0
         )
  SELECT (shown.content)::json AS content,
     encode(sha256(convert_to(shown.content, 'UTF8'::name)), 'hex'::text) AS encode
    FROM shown;
END;


--
-- Name: FUNCTION entry_content(as_of date, subject_id bigint, membership_id bigint); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.entry_content(as_of date, subject_id bigint, membership_id bigint) IS 'What a channel shows on a day of one membership, with the columns allowed to be shown and personal data masked. Everything it reads must be in publication.showing''s stamp.
Shape: one row.
Source: plan V(4), Order 11 Arts. 11-12, Work Safety Law Art. 78; RD-16, RD-25, RD-30, RD-33, RD-39.';


--
-- Name: credit_china_term(date); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.credit_china_term(as_of date) RETURNS TABLE(subject_id bigint, record_id bigint, severity_class text, last_day date, is_open boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH rule AS MATERIALIZED (
          SELECT (law.policy_option('RD-24'::text, credit_china_term.as_of) = 'b'::text) AS everything_is_sent
         ), regime AS MATERIALIZED (
          SELECT class.severity_class,
             longest.value AS months,
             longest.governs
            FROM (( VALUES ('minor'::text), ('general'::text), ('serious'::text)) class(severity_class)
              CROSS JOIN LATERAL law.parameter_regime(('credit-china-months-'::text || class.severity_class)) longest(value, governs))
         ), classed AS (
          SELECT p.subject_id,
             p.record_id,
             p.decided_on,
                 CASE
                     WHEN (p.is_simplified OR (p.kinds <@ ARRAY['警告'::text, '通报批评'::text])) THEN 'minor'::text
                     WHEN ((p.kinds && ARRAY['吊销许可证件'::text, '限制从业'::text]) OR (p.fine_fen >= huge_fine.value)) THEN 'serious'::text
                     ELSE 'general'::text
                 END AS severity_class
            FROM (records.penalty_as_known('infinity'::timestamp with time zone) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
              LEFT JOIN law.parameter_regime('huge-fine-fen'::text) huge_fine(value, governs) ON ((huge_fine.governs @> p.decided_on)))
         ), termed AS (
          SELECT c.subject_id,
             c.record_id,
             c.severity_class,
             c.decided_on,
                 CASE
                     WHEN (regime.months > 0) THEN ((c.decided_on + make_interval(months => regime.months)))::date
                     ELSE NULL::date
                 END AS last_day
            FROM (classed c
              LEFT JOIN regime ON (((regime.severity_class = c.severity_class) AND (regime.governs @> c.decided_on))))
         )
  SELECT t.subject_id,
     t.record_id,
     t.severity_class,
     COALESCE(moved.moves_to, t.last_day) AS "coalesce",
     (rule.everything_is_sent OR COALESCE((COALESCE(moved.moves_to, t.last_day) >= credit_china_term.as_of), false))
    FROM ((termed t
      CROSS JOIN rule)
      LEFT JOIN law.moved_last_day() moved(last_day, moves_to, governs) ON (((moved.last_day = t.last_day) AND (moved.governs @> t.decided_on))));
END;


--
-- Name: FUNCTION credit_china_term(as_of date); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.credit_china_term(as_of date) IS 'How long the sharing platform shows each penalty: by its class, under the rule in force when it was decided.
Shape: one row per penalty. severity_class: minor (on the spot, warning, public criticism), serious (licence revoked, ban from practice, a huge fine), general. last_day is counted from the date of the document; null: not sent. is_open: whether it may be shown on the day; by option b of RD-24 always.
Source: NDRC orders 58 and 36, RD-24, RD-30.';


--
-- Name: showing(date); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.showing(as_of date) RETURNS TABLE(subject_id bigint, membership_id bigint, list_code text, is_person boolean, is_open_on_platform boolean, content_stamp bigint)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH common AS MATERIALIZED (
          SELECT hashtextextended(concat(pg_get_function_sqlbody(('publication.entry_content(date,bigint,bigint)'::regprocedure)::oid), law.parameter_value('objection-working-days'::text, showing.as_of), ( SELECT jsonb_agg(r.* ORDER BY r.governs) AS jsonb_agg
                    FROM law.removal_term() r(months, term, governs)), ( SELECT jsonb_agg(d.* ORDER BY d.governs, d.last_day) AS jsonb_agg
                    FROM law.moved_last_day() d(last_day, moves_to, governs)), ( SELECT jsonb_agg(c.* ORDER BY c.clause_code) AS jsonb_agg
                    FROM law.clause c), ( SELECT jsonb_agg(a.* ORDER BY a.agency_code) AS jsonb_agg
                    FROM ops.agency a), ( SELECT jsonb_agg(u.* ORDER BY u.reporting_unit_code) AS jsonb_agg
                    FROM ops.reporting_unit u), ( SELECT jsonb_agg(m_1.* ORDER BY m_1.grade, m_1.measure_no, m_1.valid_from) AS jsonb_agg
                    FROM supervision.measure m_1
                   WHERE (m_1.valid_from <= showing.as_of)), ( SELECT jsonb_agg(jsonb_build_array(c.channel_code, c.shows_persons) ORDER BY c.channel_code) AS jsonb_agg
                    FROM publication.channel c), ( SELECT jsonb_agg(l.* ORDER BY l.channel_code, l.list_code) AS jsonb_agg
                    FROM publication.channel_list l)), (0)::bigint) AS stamp
         ), subject_change AS (
          SELECT v.subject_id,
             max(v.version_no) AS version_no
            FROM register.subject_version v
           WHERE (v.version_no > 1)
           GROUP BY v.subject_id
         ), penalty_change AS (
          SELECT p.subject_id,
             p.record_id,
             max(p.version_no) AS version_no
            FROM records.penalty p
           WHERE (p.version_no > 1)
           GROUP BY p.subject_id, p.record_id
         ), objection AS (
          SELECT DISTINCT o.subject_id,
             o.record_id
            FROM cases.objection_pending(showing.as_of) o(subject_id, record_id, case_id, filed_on)
         )
  SELECT m.subject_id,
     m.membership_id,
     m.list_code,
     (EXISTS ( SELECT
            FROM register.person p
           WHERE (p.subject_id = m.subject_id))) AS "exists",
     COALESCE(platform.is_open, true) AS "coalesce",
     hashint4extended(m.version_no, hashint4extended(COALESCE(subject_change.version_no, 1), hashint4extended(COALESCE(unit_change.version_no, 1), hashint4extended(COALESCE(penalty_change.version_no, 1), ((common.stamp # (
         CASE
             WHEN (objection.record_id IS NULL) THEN 0
             ELSE 1
         END)::bigint) # (
         CASE
             WHEN platform.is_open THEN 0
             ELSE 2
         END)::bigint))))) AS hashint4extended
    FROM ((((((lists.membership_in_force(showing.as_of, 'infinity'::timestamp with time zone, showing.as_of) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
      CROSS JOIN common)
      LEFT JOIN subject_change ON ((subject_change.subject_id = m.subject_id)))
      LEFT JOIN subject_change unit_change ON ((unit_change.subject_id = m.unit_id)))
      LEFT JOIN penalty_change ON (((penalty_change.subject_id = COALESCE(m.unit_id, m.subject_id)) AND (penalty_change.record_id = m.founding_record_id))))
      LEFT JOIN objection ON (((objection.subject_id = m.subject_id) AND (objection.record_id = m.founding_record_id))))
      LEFT JOIN records.credit_china_term(showing.as_of) platform(subject_id, record_id, severity_class, last_day, is_open) ON (((m.list_code = 'penalised'::text) AND (platform.subject_id = COALESCE(m.unit_id, m.subject_id)) AND (platform.record_id = m.founding_record_id))));
END;


--
-- Name: FUNCTION showing(as_of date); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.showing(as_of date) IS 'The memberships that must be shown on a day, each with a stamp of everything that decides what is shown of it and where: two equal stamps mean the same, and to compare them costs a hundredth of building the content.
Shape: one row per membership in force. is_open_on_platform as in publication.channel_of. Units: content_stamp is a 64-bit hash of versions.
Source: plan V(4), Order 11 Arts. 11-12; RD-24.';


--
-- Name: entry; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.entry (
    subject_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    channel_code text NOT NULL,
    last_version bigint NOT NULL,
    state text NOT NULL,
    shown_version bigint,
    shown_sha256 text,
    proven_at timestamp with time zone,
    last_stamp bigint,
    proven_version bigint DEFAULT 0 NOT NULL,
    CONSTRAINT entry_state_is_known CHECK ((state = ANY (ARRAY['absent'::text, 'shown'::text, 'unknown'::text]))),
    CONSTRAINT shown_entry_is_proven CHECK (((state <> 'shown'::text) OR ((shown_version IS NOT NULL) AND (shown_sha256 IS NOT NULL) AND (proven_at IS NOT NULL)))),
    CONSTRAINT shown_version_was_given_out CHECK ((shown_version <= last_version))
)
WITH (fillfactor='80');


--
-- Name: TABLE entry; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.entry IS 'One row is what one channel is last proven to show of one membership.';


--
-- Name: COLUMN entry.subject_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.subject_id IS 'subject listed';


--
-- Name: COLUMN entry.membership_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.membership_id IS 'the membership';


--
-- Name: COLUMN entry.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.channel_code IS 'the channel';


--
-- Name: COLUMN entry.last_version; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.last_version IS 'newest version given out; only ever grows, so that no late publish lands after a withdraw';


--
-- Name: COLUMN entry.state; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.state IS 'absent, shown, or unknown after an unclear answer';


--
-- Name: COLUMN entry.shown_version; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.shown_version IS 'version proven to be shown; null when none';


--
-- Name: COLUMN entry.shown_sha256; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.shown_sha256 IS 'digest of the content shown; null when none';


--
-- Name: COLUMN entry.proven_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.proven_at IS 'time of the proof; null before the first';


--
-- Name: COLUMN entry.last_stamp; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.last_stamp IS 'stamp of the facts that decided last_version (publication.showing): while they are the same there is nothing new to send; null when the membership was not in force; 0 when it was not kept';


--
-- Name: COLUMN entry.proven_version; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.entry.proven_version IS 'newest version with a proof; 0 before the first. A late proof of an older one changes nothing';


--
-- Name: suspect(date); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.suspect(as_of date) RETURNS TABLE(subject_id bigint, membership_id bigint, list_code text, is_person boolean, is_open_on_platform boolean, content_stamp bigint)
    LANGUAGE sql STABLE PARALLEL SAFE
    SET enable_nestloop TO 'off'
    SET work_mem TO '256MB'
    SET jit TO 'off'
    BEGIN ATOMIC
 SELECT DISTINCT COALESCE(e.subject_id, s.subject_id) AS "coalesce",
     COALESCE(e.membership_id, s.membership_id) AS "coalesce",
     s.list_code,
     s.is_person,
     s.is_open_on_platform,
     s.content_stamp
    FROM (publication.entry e
      FULL JOIN publication.showing(suspect.as_of) s(subject_id, membership_id, list_code, is_person, is_open_on_platform, content_stamp) ON (((s.subject_id = e.subject_id) AND (s.membership_id = e.membership_id))))
   WHERE ((e.last_stamp IS DISTINCT FROM s.content_stamp) OR (e.state = 'unknown'::text));
END;


--
-- Name: FUNCTION suspect(as_of date); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.suspect(as_of date) IS 'Memberships of which a channel may have to be told something on a day: one pass over all entries, each one''s stamp against that of what must be shown.
Shape: one row per membership with an entry that differs in its stamp, or is in an unknown state, or is missing on every channel; list_code, is_person, is_open_on_platform and content_stamp as in publication.showing, null for one that is not in force. What is missing on one channel alone shows in the stamp, which holds the channels'' lists.
Source: architecture, sentence 3.';


--
-- Name: batch; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.batch (
    channel_code text NOT NULL,
    batch_id bigint NOT NULL,
    item_count integer NOT NULL,
    lease_token uuid,
    leased_until timestamp with time zone,
    is_alone boolean DEFAULT false NOT NULL,
    CONSTRAINT batch_is_not_empty CHECK ((item_count > 0)),
    CONSTRAINT leased_batch_has_a_token CHECK (((lease_token IS NULL) = (leased_until IS NULL)))
)
WITH (fillfactor='50');


--
-- Name: TABLE batch; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.batch IS 'One row is one batch of changes due on one channel, which one worker takes as a whole; it goes when that worker settles it. These rows are the queue: nothing that waits, is finished or is dead stands in it.';


--
-- Name: COLUMN batch.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.batch.channel_code IS 'the channel';


--
-- Name: COLUMN batch.batch_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.batch.batch_id IS 'id of its first item; batches are taken in this order';


--
-- Name: COLUMN batch.item_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.batch.item_count IS 'items put into it';


--
-- Name: COLUMN batch.lease_token; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.batch.lease_token IS 'token of the worker that holds it; null when none does';


--
-- Name: COLUMN batch.leased_until; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.batch.leased_until IS 'time from which another worker may take it; null likewise';


--
-- Name: COLUMN batch.is_alone; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.batch.is_alone IS 'whether it is claimed without others: it holds one change of a batch whose worker died, and that change may be the reason';


--
-- Name: item; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.item (
    subject_id bigint NOT NULL,
    item_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    membership_id bigint NOT NULL,
    channel_code text NOT NULL,
    version bigint NOT NULL,
    action text NOT NULL,
    content json,
    content_sha256 text,
    term_starts_on date,
    term_days integer,
    due_on date,
    is_due_provisional boolean NOT NULL,
    state text NOT NULL,
    attempt_count integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone,
    last_fault text,
    queued_at timestamp with time zone NOT NULL,
    batch_id bigint,
    is_first_publication boolean NOT NULL,
    unproven_count integer DEFAULT 0 NOT NULL,
    CONSTRAINT item_action_is_known CHECK ((action = ANY (ARRAY['publish'::text, 'withdraw'::text]))),
    CONSTRAINT item_state_is_known CHECK ((state = ANY (ARRAY['ready'::text, 'waiting'::text, 'sent'::text, 'dead'::text]))),
    CONSTRAINT publish_has_content CHECK (((action = 'publish'::text) = ((content IS NOT NULL) AND (content_sha256 IS NOT NULL)))),
    CONSTRAINT ready_item_is_in_a_batch CHECK (((state = 'ready'::text) = (batch_id IS NOT NULL))),
    CONSTRAINT waiting_item_has_a_time CHECK (((state = 'waiting'::text) = (next_attempt_at IS NOT NULL)))
);


--
-- Name: TABLE item; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.item IS 'One row is one open change of one channel; finished changes move to publication.delivery.';


--
-- Name: COLUMN item.subject_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.subject_id IS 'subject listed';


--
-- Name: COLUMN item.item_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.item_id IS 'id';


--
-- Name: COLUMN item.membership_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.membership_id IS 'the membership';


--
-- Name: COLUMN item.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.channel_code IS 'the channel';


--
-- Name: COLUMN item.version; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.version IS 'version of the entry on the channel; the idempotency key is channel, membership and version';


--
-- Name: COLUMN item.action; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.action IS 'publish (add or change) or withdraw';


--
-- Name: COLUMN item.content; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.content IS 'what to show, as text that is sent as it stands, personal data already masked; null for withdraw';


--
-- Name: COLUMN item.content_sha256; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.content_sha256 IS 'digest of the content; null for withdraw';


--
-- Name: COLUMN item.term_starts_on; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.term_starts_on IS 'day from which the term runs; null when the law dates the change nowhere';


--
-- Name: COLUMN item.term_days; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.term_days IS 'working days of the term; null likewise';


--
-- Name: COLUMN item.due_on; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.due_on IS 'last day in time; null when the calendar does not reach it';


--
-- Name: COLUMN item.is_due_provisional; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.is_due_provisional IS 'whether a holiday notice still to come may move that day (RD-38)';


--
-- Name: COLUMN item.state; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.state IS 'ready (in a batch), waiting (for its next attempt), sent (handed over, proof to come) or dead (needs a person)';


--
-- Name: COLUMN item.attempt_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.attempt_count IS 'deliveries tried';


--
-- Name: COLUMN item.next_attempt_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.next_attempt_at IS 'time of the next attempt; null unless it waits for one';


--
-- Name: COLUMN item.last_fault; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.last_fault IS 'code of the last fault; null when none';


--
-- Name: COLUMN item.queued_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.queued_at IS 'when it was queued';


--
-- Name: COLUMN item.batch_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.batch_id IS 'batch in which it is due; null while it waits for its time, a receipt or a person';


--
-- Name: COLUMN item.is_first_publication; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.is_first_publication IS 'whether the membership had no publication date when this was queued: then its proof may start the period (RD-16)';


--
-- Name: COLUMN item.unproven_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.item.unproven_count IS 'answers that reading back did not bear out, and deaths of the worker; at twelve the change waits for a person';


--
-- Name: difference(date); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.difference(as_of date) RETURNS TABLE(channel_code text, subject_id bigint, membership_id bigint, version bigint, action text, content json, content_sha256 text, content_stamp bigint, term_starts_on date, term_days integer, due_on date, is_due_provisional boolean, is_first_publication boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH rule AS MATERIALIZED (
          SELECT law.parameter_value('penalty-publication-working-days'::text, difference.as_of) AS publish_penalised_within,
             law.parameter_value('listing-publication-working-days'::text, difference.as_of) AS publish_serious_within,
             law.parameter_value('removal-publication-end-working-days'::text, difference.as_of) AS withdraw_within,
             law.parameter_value('annulment-publication-end-working-days'::text, difference.as_of) AS withdraw_annulled_within
         ), compared AS MATERIALIZED (
          SELECT s.subject_id,
             s.membership_id,
             c_1.channel_code,
             e.last_version,
             e.proven_at,
                 CASE
                     WHEN (place.channel_code IS NOT NULL) THEN s.content
                     ELSE NULL::json
                 END AS content,
                 CASE
                     WHEN (place.channel_code IS NOT NULL) THEN s.content_sha256
                     ELSE NULL::text
                 END AS content_sha256,
             s.content_stamp,
             e.last_stamp,
                 CASE
                     WHEN (i.item_id IS NOT NULL) THEN i.content_sha256
                     ELSE e.shown_sha256
                 END AS heading_sha256,
             ((i.item_id IS NOT NULL) OR (e.state IS DISTINCT FROM 'unknown'::text)) AS is_certain,
             ((e.state = 'absent'::text) AND (i.state = ANY (ARRAY['ready'::text, 'waiting'::text])) AND (i.attempt_count = 0) AND (NOT (EXISTS ( SELECT
                    FROM publication.batch b
                   WHERE ((b.channel_code = i.channel_code) AND (b.batch_id = i.batch_id) AND (b.lease_token IS NOT NULL))))) AND (NOT (EXISTS ( SELECT
                    FROM publication.item o
                   WHERE ((o.subject_id = i.subject_id) AND (o.membership_id = i.membership_id) AND (o.channel_code = i.channel_code) AND (o.version < i.version)))))) AS is_untold
            FROM ((((( SELECT x.subject_id,
                     x.membership_id,
                     x.list_code,
                     x.is_person,
                     x.is_open_on_platform,
                     x.content_stamp,
                     w.content,
                     w.content_sha256
                    FROM (publication.suspect(difference.as_of) x(subject_id, membership_id, list_code, is_person, is_open_on_platform, content_stamp)
                      LEFT JOIN LATERAL publication.entry_content(difference.as_of, x.subject_id, x.membership_id) w(content, content_sha256) ON ((x.content_stamp IS NOT NULL)))
                  OFFSET 0) s
              CROSS JOIN publication.channel c_1)
              LEFT JOIN LATERAL publication.channel_of(s.list_code, s.is_person, s.is_open_on_platform) place(channel_code) ON ((place.channel_code = c_1.channel_code)))
              LEFT JOIN publication.entry e ON (((e.subject_id = s.subject_id) AND (e.membership_id = s.membership_id) AND (e.channel_code = c_1.channel_code))))
              LEFT JOIN publication.item i ON (((i.subject_id = e.subject_id) AND (i.membership_id = e.membership_id) AND (i.channel_code = e.channel_code) AND (i.version = e.last_version))))
         ), change AS MATERIALIZED (
          SELECT c_1.subject_id,
             c_1.membership_id,
             c_1.channel_code,
             c_1.last_version,
             c_1.proven_at,
             c_1.content,
             c_1.content_sha256,
             c_1.content_stamp,
             c_1.last_stamp,
             c_1.heading_sha256,
             c_1.is_certain,
             c_1.is_untold,
                 CASE
                     WHEN ((NOT (c_1.content_sha256 IS DISTINCT FROM c_1.heading_sha256)) AND c_1.is_certain) THEN 'keep'::text
                     WHEN ((c_1.content IS NULL) AND c_1.is_untold) THEN 'forget'::text
                     WHEN (c_1.content IS NULL) THEN 'withdraw'::text
                     ELSE 'publish'::text
                 END AS action
            FROM compared c_1
           WHERE ((c_1.content_sha256 IS DISTINCT FROM c_1.heading_sha256) OR (NOT c_1.is_certain) OR ((c_1.last_version IS NOT NULL) AND (c_1.last_stamp IS DISTINCT FROM c_1.content_stamp)))
         )
  SELECT c.channel_code,
     c.subject_id,
     c.membership_id,
     (COALESCE(c.last_version, (0)::bigint) + 1),
     c.action,
     c.content,
     c.content_sha256,
     c.content_stamp,
     term.starts_on,
     term.days,
     COALESCE(same_day.day, later_day.day) AS "coalesce",
     COALESCE(same_day.is_provisional, later_day.is_provisional, false) AS "coalesce",
     ((c.action = 'publish'::text) AND (m.published_on IS NULL))
    FROM (((((((change c
      JOIN lists.membership_by_law('infinity'::timestamp with time zone) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day) ON (((m.subject_id = c.subject_id) AND (m.membership_id = c.membership_id))))
      JOIN lists.membership_version first_known ON (((first_known.subject_id = c.subject_id) AND (first_known.membership_id = c.membership_id) AND (first_known.version_no = 1))))
      CROSS JOIN rule)
      CROSS JOIN LATERAL ( SELECT
                 CASE
                     WHEN (c.action = 'withdraw'::text) THEN LEAST(COALESCE(m.expired_on, upper(m.during)), difference.as_of)
                     WHEN ((c.action = 'publish'::text) AND (c.proven_at IS NULL) AND (first_known.published_on IS NULL)) THEN m.listed_on
                     ELSE NULL::date
                 END AS starts_on,
                 CASE
                     WHEN ((c.action = 'withdraw'::text) AND (m.end_reason = 'revoked'::text)) THEN 0
                     WHEN ((c.action = 'withdraw'::text) AND (m.end_reason = 'annulled'::text)) THEN rule.withdraw_annulled_within
                     WHEN (c.action = 'withdraw'::text) THEN rule.withdraw_within
                     WHEN ((c.action = 'publish'::text) AND (c.proven_at IS NULL) AND (first_known.published_on IS NULL)) THEN
                     CASE m.list_code
                         WHEN 'penalised'::text THEN rule.publish_penalised_within
                         ELSE rule.publish_serious_within
                     END
                     ELSE NULL::integer
                 END AS days) term)
      LEFT JOIN law.calendar_day start ON ((start.day = term.starts_on)))
      LEFT JOIN law.calendar_day same_day ON (((term.days = 0) AND (same_day.day = term.starts_on))))
      LEFT JOIN law.calendar_day later_day ON (((term.days > 0) AND later_day.is_working_day AND (later_day.working_day_no = (start.working_day_no + term.days)))));
END;


--
-- Name: FUNCTION difference(as_of date); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.difference(as_of date) IS 'The changes each channel needs so that it shows on a day what it must: what is wanted against the newest open item or, without one, what is proven.
Shape: one row per channel and membership whose stamp differs, with the version the change will carry; action publish, withdraw, keep where other facts give the same content and only the stamp is to be noted, or forget where what would have to be withdrawn was never sent and its change only has to leave the queue. A dead item stands for its change until a person retries it. An entry in an unknown state always differs.
due_on: publish by the list''s term from the decision; withdraw by the term of RD-35 from the first day off (RD-30), after the annulment of the penalty by that of Penalty Law Art. 48, a revocation on the same day; null for a change of content already shown, and for an entry whose publication elsewhere was recorded with it.
Source: architecture, sentence 3.';


--
-- Name: due_channel(bigint, bigint, date); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.due_channel(subject_id bigint, membership_id bigint, as_of date) RETURNS TABLE(channel_code text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT place.channel_code
    FROM (((lists.membership m
      LEFT JOIN records.credit_china_term(due_channel.as_of) platform(subject_id, record_id, severity_class, last_day, is_open) ON (((m.list_code = 'penalised'::text) AND (platform.subject_id = COALESCE(m.unit_id, m.subject_id)) AND (platform.record_id = m.founding_record_id))))
      CROSS JOIN LATERAL publication.channel_of(m.list_code, (EXISTS ( SELECT
            FROM register.person p
           WHERE (p.subject_id = m.subject_id))), COALESCE(platform.is_open, true)) place(channel_code))
      JOIN publication.channel c ON (((c.channel_code = place.channel_code) AND c.is_required)))
   WHERE ((m.subject_id = due_channel.subject_id) AND (m.membership_id = due_channel.membership_id));
END;


--
-- Name: FUNCTION due_channel(subject_id bigint, membership_id bigint, as_of date); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.due_channel(subject_id bigint, membership_id bigint, as_of date) IS 'The required channels that must show a membership on a day: those whose proof can start its period. The sharing platform is none of them for a penalty of which it shows nothing (RD-24), nor a channel for businesses for a person.
Shape: one row per channel. Source: RD-16, RD-24, RD-25.';


--
-- Name: act; Type: TABLE; Schema: intake; Owner: -
--

CREATE TABLE intake.act (
    subject_id bigint NOT NULL,
    act_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    act text NOT NULL,
    key text NOT NULL,
    acted_on date NOT NULL,
    officer_code text NOT NULL,
    payload jsonb NOT NULL,
    refusal_code text,
    result jsonb NOT NULL,
    known_at timestamp with time zone DEFAULT now() NOT NULL,
    cluster_id bigint DEFAULT intake.cluster_id() NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT act_key_is_not_blank CHECK (((key ~ '\S'::text) AND (length(key) <= 200)))
);


--
-- Name: TABLE act; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON TABLE intake.act IS 'One row is one act, performed or refused; append-only, sealed in batches by intake.seal.';


--
-- Name: COLUMN act.subject_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.subject_id IS 'subject the act concerns; 0 for an act without subject';


--
-- Name: COLUMN act.act_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.act_id IS 'id of the act';


--
-- Name: COLUMN act.act; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.act IS 'kebab-case name of the act';


--
-- Name: COLUMN act.key; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.key IS 'key chosen by the sender; a performed key is performed once';


--
-- Name: COLUMN act.acted_on; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.acted_on IS 'legal date of the act';


--
-- Name: COLUMN act.officer_code; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.officer_code IS 'officer who signed it';


--
-- Name: COLUMN act.payload; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.payload IS 'what was submitted, without numbers of persons';


--
-- Name: COLUMN act.refusal_code; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.refusal_code IS 'rule that refused the act; null when it was performed';


--
-- Name: COLUMN act.result; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.result IS 'ids and due dates answered, or what would make the act valid';


--
-- Name: COLUMN act.known_at; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.known_at IS 'time from which the register knows the act';


--
-- Name: COLUMN act.cluster_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.cluster_id IS 'cluster in which the transaction number counts';


--
-- Name: COLUMN act.xid; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act.xid IS 'transaction of the act, by which the sealer orders';


--
-- Name: delivery; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.delivery (
    subject_id bigint NOT NULL,
    delivery_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    item_id bigint NOT NULL,
    membership_id bigint NOT NULL,
    channel_code text NOT NULL,
    version bigint NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    fault text,
    evidence jsonb,
    content_sha256 text,
    due_on date,
    queued_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone NOT NULL,
    delivered_on date NOT NULL,
    CONSTRAINT delivery_outcome_is_known CHECK ((outcome = ANY (ARRAY['done'::text, 'sent'::text, 'superseded'::text, 'failed'::text, 'refused'::text, 'unclear'::text, 'dead'::text]))),
    CONSTRAINT done_delivery_has_evidence CHECK (((outcome <> 'done'::text) OR (evidence IS NOT NULL))),
    CONSTRAINT failed_delivery_names_the_fault CHECK (((outcome = ANY (ARRAY['done'::text, 'sent'::text, 'superseded'::text])) OR (fault IS NOT NULL)))
);


--
-- Name: TABLE delivery; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.delivery IS 'One row is one attempt on one item, with its evidence; append-only.';


--
-- Name: COLUMN delivery.subject_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.subject_id IS 'subject listed';


--
-- Name: COLUMN delivery.delivery_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.delivery_id IS 'id';


--
-- Name: COLUMN delivery.item_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.item_id IS 'the item';


--
-- Name: COLUMN delivery.membership_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.membership_id IS 'the membership';


--
-- Name: COLUMN delivery.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.channel_code IS 'the channel';


--
-- Name: COLUMN delivery.version; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.version IS 'version of the entry on the channel';


--
-- Name: COLUMN delivery.action; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.action IS 'publish or withdraw';


--
-- Name: COLUMN delivery.outcome; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.outcome IS 'done (proven), sent (handed over), superseded, failed, refused, unclear, dead';


--
-- Name: COLUMN delivery.fault; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.fault IS 'code of the fault; null without one';


--
-- Name: COLUMN delivery.evidence; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.evidence IS 'read-back: place, digest, size; null without one';


--
-- Name: COLUMN delivery.content_sha256; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.content_sha256 IS 'digest of the content; null for withdraw';


--
-- Name: COLUMN delivery.due_on; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.due_on IS 'last day in time, as queued';


--
-- Name: COLUMN delivery.queued_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.queued_at IS 'when the item was queued';


--
-- Name: COLUMN delivery.delivered_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.delivered_at IS 'time of the attempt';


--
-- Name: COLUMN delivery.delivered_on; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.delivery.delivered_on IS 'business day of the attempt, against which lateness is measured';


--
-- Name: proof(bigint, bigint, date); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.proof(subject_id bigint, membership_id bigint, as_of date) RETURNS TABLE(channel_code text, first_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT told.channel_code,
     min(told.told_on) AS min
    FROM ((lists.membership m
      CROSS JOIN LATERAL ( SELECT d.channel_code,
             d.delivered_on
            FROM publication.delivery d
           WHERE ((d.subject_id = m.subject_id) AND (d.membership_id = m.membership_id) AND (d.action = 'publish'::text) AND (d.outcome = 'done'::text))
         UNION ALL
          SELECT (a.payload ->> 'channel'::text),
             a.acted_on
            FROM intake.act a
           WHERE ((a.subject_id = m.subject_id) AND (a.act = 'confirm-publication'::text) AND (a.refusal_code IS NULL) AND ((a.payload ->> 'membership_id'::text) = (m.membership_id)::text))) told(channel_code, told_on))
      JOIN publication.channel c ON (((c.channel_code = told.channel_code) AND c.is_required)))
   WHERE ((m.subject_id = proof.subject_id) AND (m.membership_id = proof.membership_id) AND ((told.told_on >= m.listed_on) AND (told.told_on <= proof.as_of)))
   GROUP BY told.channel_code;
END;


--
-- Name: FUNCTION proof(subject_id bigint, membership_id bigint, as_of date); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.proof(subject_id bigint, membership_id bigint, as_of date) IS 'Since when each required channel is proven to show a membership, by what was told up to a day: by a delivery, or by an officer who confirmed it.
Shape: one row per channel with a proof. Source: RD-16.';


--
-- Name: skip_ids(bigint); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.skip_ids(beyond bigint) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN (SELECT setval('ops.register_id'::regclass, GREATEST(s.last_value, skip_ids.beyond)) AS setval FROM ops.register_id s WHERE (((s.last_value / '100000000000'::bigint) = (skip_ids.beyond / '100000000000'::bigint)) AND ((skip_ids.beyond - s.last_value) <= 1000000000)));


--
-- Name: FUNCTION skip_ids(beyond bigint); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.skip_ids(beyond bigint) IS 'Takes the sequence of ids past one that was in use before a restore, so that no new membership gets the id of an entry that a channel has seen. Never backwards, never out of the prefecture''s block, never by more than a thousand million.
Shape: the last id taken; null when the given one is of another block or too far ahead.';


--
-- Name: wanted(date); Type: FUNCTION; Schema: publication; Owner: -
--

CREATE FUNCTION publication.wanted(as_of date) RETURNS TABLE(channel_code text, subject_id bigint, membership_id bigint, content json, content_sha256 text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT place.channel_code,
     w.subject_id,
     w.membership_id,
     w.content,
     w.content_sha256
    FROM (( SELECT s.subject_id,
             s.membership_id,
             s.list_code,
             s.is_person,
             s.is_open_on_platform,
             s.content_stamp,
             c.content,
             c.content_sha256
            FROM (publication.showing(wanted.as_of) s(subject_id, membership_id, list_code, is_person, is_open_on_platform, content_stamp)
              CROSS JOIN LATERAL publication.entry_content(wanted.as_of, s.subject_id, s.membership_id) c(content, content_sha256))
          OFFSET 0) w
      CROSS JOIN LATERAL publication.channel_of(w.list_code, w.is_person, w.is_open_on_platform) place(channel_code));
END;


--
-- Name: FUNCTION wanted(as_of date); Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON FUNCTION publication.wanted(as_of date) IS 'What each channel must show on a day: one entry per membership in force, with the columns allowed to be shown and personal data masked.
Shape: one row per channel and membership.
Source: plan V(4), Order 11 Arts. 11-12, Work Safety Law Art. 78; RD-16, RD-24, RD-25, RD-33, RD-39.';


--
-- Name: article_114_doubt(date, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.article_114_doubt(as_of date, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS TABLE(subject_id bigint, record_id bigint, severity records.accident_severity, is_article_114_2 boolean, fine_fen bigint, lowest_fen bigint, highest_fen bigint)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH times AS MATERIALIZED (
          SELECT law.parameter_value('article-114-times-min'::text, article_114_doubt.as_of) AS "least",
             law.parameter_value('article-114-times-max'::text, article_114_doubt.as_of) AS most
         ), band AS MATERIALIZED (
          SELECT s.severity,
             (law.parameter_value(('article-114-fine-min-'::text || s.severity), article_114_doubt.as_of))::bigint AS lowest_fen,
             (law.parameter_value(('article-114-fine-max-'::text || s.severity), article_114_doubt.as_of))::bigint AS highest_fen
            FROM unnest(enum_range(NULL::records.accident_severity)) s(severity)
         ), fined AS (
          SELECT p.subject_id,
             p.record_id,
             a.severity,
             p.is_article_114_2,
             p.fine_fen,
             (band.lowest_fen *
                 CASE
                     WHEN p.is_article_114_2 THEN times."least"
                     ELSE 1
                 END) AS lowest_fen,
             (band.highest_fen *
                 CASE
                     WHEN p.is_article_114_2 THEN times.most
                     ELSE 1
                 END) AS highest_fen
            FROM (((records.penalty_as_known(article_114_doubt.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
              JOIN records.accident_as_known(article_114_doubt.known_at) a(subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count, serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault, is_withdrawn, officer_code, act_id, known_at) ON (((a.subject_id = p.subject_id) AND (a.accident_number = p.accident_number) AND (NOT a.is_withdrawn))))
              JOIN band ON ((band.severity = a.severity)))
              CROSS JOIN times)
           WHERE (p.is_safety AND (p.is_article_114_2 OR (strpos(p.basis, '第一百一十四条'::text) > 0)) AND (p.decided_on <= article_114_doubt.as_of) AND (NOT p.is_withdrawn) AND ((p.annulled_on IS NULL) OR (p.annulled_on > article_114_doubt.as_of)))
         )
  SELECT f.subject_id,
     f.record_id,
     f.severity,
     f.is_article_114_2,
     f.fine_fen,
     f.lowest_fen,
     f.highest_fen
    FROM fined f
   WHERE ((f.fine_fen < f.lowest_fen) OR (f.fine_fen > f.highest_fen));
END;


--
-- Name: FUNCTION article_114_doubt(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.article_114_doubt(as_of date, known_at timestamp with time zone) IS 'Fines for accidents by Work Safety Law Art. 114 whose amount lies outside the band of the accident: of paragraph 1, or of two to five times that where the record says that paragraph 2 was applied. Either the amount, the severity or that field is wrong.
The bands overlap, so a fine inside proves nothing, and none of this founds a listing (RD-26).
Shape: one row per penalty and accident. Units: fen.
Source: Work Safety Law Art. 114; RD-26.';


--
-- Name: ban; Type: TABLE; Schema: records; Owner: -
--

CREATE TABLE records.ban (
    subject_id bigint NOT NULL,
    record_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    version_no integer NOT NULL,
    basis text NOT NULL,
    decision_number text NOT NULL,
    starts_on date NOT NULL,
    last_day date,
    is_withdrawn boolean DEFAULT false NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT ban_ends_after_it_starts CHECK ((last_day >= starts_on))
);


--
-- Name: TABLE ban; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TABLE records.ban IS 'One row is one version of one statutory ban from an occupation or industry; it ends apart from any listing (RD-17).';


--
-- Name: COLUMN ban.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.subject_id IS 'unit or person banned';


--
-- Name: COLUMN ban.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.record_id IS 'the record; the same in all its versions';


--
-- Name: COLUMN ban.version_no; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.version_no IS '1, 2, 3 …';


--
-- Name: COLUMN ban.basis; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.basis IS 'article it rests on';


--
-- Name: COLUMN ban.decision_number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.decision_number IS 'decision that imposed it';


--
-- Name: COLUMN ban.starts_on; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.starts_on IS 'first day';


--
-- Name: COLUMN ban.last_day; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.last_day IS 'last day; null for life';


--
-- Name: COLUMN ban.is_withdrawn; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.is_withdrawn IS 'whether the record proved wrong; it then never counts';


--
-- Name: COLUMN ban.officer_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.officer_code IS 'officer who recorded this version';


--
-- Name: COLUMN ban.act_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.act_id IS 'act that brought this version';


--
-- Name: COLUMN ban.known_at; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.ban.known_at IS 'time from which this version is known';


--
-- Name: ban_as_known(timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.ban_as_known(known_at timestamp with time zone) RETURNS SETOF records.ban
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT v.subject_id,
     v.record_id,
     v.version_no,
     v.basis,
     v.decision_number,
     v.starts_on,
     v.last_day,
     v.is_withdrawn,
     v.officer_code,
     v.act_id,
     v.known_at
    FROM records.ban v
   WHERE ((v.known_at <= ban_as_known.known_at) AND (NOT (EXISTS ( SELECT
            FROM records.ban n
           WHERE ((n.subject_id = v.subject_id) AND (n.record_id = v.record_id) AND (n.version_no > v.version_no) AND (n.version_no > 1) AND (n.known_at <= ban_as_known.known_at))))));
END;


--
-- Name: FUNCTION ban_as_known(known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.ban_as_known(known_at timestamp with time zone) IS 'Bans as known at a time: the newest version of each that was known then.
The test on version 1 lets the search for newer versions use the small index of corrections.
Shape: rows of records.ban, at most one for each subject_id, record_id.';


--
-- Name: record_phrase(bigint, timestamp with time zone); Type: FUNCTION; Schema: records; Owner: -
--

CREATE FUNCTION records.record_phrase(subject_id bigint, known_at timestamp with time zone) RETURNS TABLE(kind text, record_id bigint, record_number text, dated_on date, content text, annulled_on date, is_withdrawn boolean)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT 'penalty'::text,
     p.record_id,
     p.decision_number,
     p.decided_on,
     concat_ws('，'::text, array_to_string(p.kinds, '、'::text), (trim_scale(((p.fine_fen)::numeric / 100.0)) || ' 元'::text)) AS concat_ws,
     p.annulled_on,
     p.is_withdrawn
    FROM records.penalty_as_known(record_phrase.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
   WHERE (p.subject_id = record_phrase.subject_id)
 UNION ALL
  SELECT 'accident'::text,
     a.record_id,
     a.accident_number,
     a.occurred_on,
     (('死亡 '::text || a.death_count) || ' 人'::text),
     NULL::date,
     a.is_withdrawn
    FROM records.accident_as_known(record_phrase.known_at) a(subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count, serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault, is_withdrawn, officer_code, act_id, known_at)
   WHERE (a.subject_id = record_phrase.subject_id)
 UNION ALL
  SELECT 'certification'::text,
     c.record_id,
     c.certificate_number,
     c.valid_from,
     ((c.level || ' 级，至 '::text) || LEAST(c.valid_to, c.revoked_on)),
     NULL::date,
     c.is_withdrawn
    FROM records.certification_as_known(record_phrase.known_at) c(subject_id, record_id, version_no, certificate_number, level, issuer, valid_from, valid_to, revoked_on, is_withdrawn, officer_code, act_id, known_at)
   WHERE (c.subject_id = record_phrase.subject_id)
 UNION ALL
  SELECT 'honour'::text,
     h.record_id,
     h.document_number,
     h.awarded_on,
     concat_ws('，'::text, (h.honoured_year || ' 年度'::text), h.awarded_by) AS concat_ws,
     NULL::date,
     h.is_withdrawn
    FROM records.honour_as_known(record_phrase.known_at) h(subject_id, record_id, version_no, kind, level, honoured_year, awarded_on, awarded_by, document_number, is_withdrawn, officer_code, act_id, known_at)
   WHERE (h.subject_id = record_phrase.subject_id)
 UNION ALL
  SELECT 'ban'::text,
     b.record_id,
     b.decision_number,
     b.starts_on,
     COALESCE(('至 '::text || b.last_day), '终身'::text) AS "coalesce",
     NULL::date,
     b.is_withdrawn
    FROM records.ban_as_known(record_phrase.known_at) b(subject_id, record_id, version_no, basis, decision_number, starts_on, last_day, is_withdrawn, officer_code, act_id, known_at)
   WHERE (b.subject_id = record_phrase.subject_id)
 UNION ALL
  SELECT 'repair_result'::text,
     r.record_id,
     r.result_number,
     r.repaired_on,
     r.source,
     NULL::date,
     r.is_withdrawn
    FROM records.repair_result_as_known(record_phrase.known_at) r(subject_id, record_id, version_no, penalty_record_id, repaired_on, source, result_number, is_withdrawn, officer_code, act_id, known_at)
   WHERE (r.subject_id = record_phrase.subject_id);
END;


--
-- Name: FUNCTION record_phrase(subject_id bigint, known_at timestamp with time zone); Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON FUNCTION records.record_phrase(subject_id bigint, known_at timestamp with time zone) IS 'Every record of a subject as known at a time, with what a reader wants to know of it in a few words.
Shape: one row per record, withdrawn ones too. dated_on is the day of the decision, accident, award or result, or the first day of a certificate or ban.';


--
-- Name: reveal_number(bigint, text, text); Type: FUNCTION; Schema: register; Owner: -
--

CREATE FUNCTION register.reveal_number(subject_id bigint, officer_code text, reason text) RETURNS TABLE(name text, masked_number text, number_cipher bytea, key_id text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (
        select from ops.officer as o
        where o.officer_code = reveal_number.officer_code and o.is_active and o.officer_code <> 'system'
    ) then
        raise exception 'no active officer has this code' using errcode = 'AX002';
    end if;
    if exists (
        select from ops.officer_login as l where l.login = session_user and l.officer_code <> reveal_number.officer_code
    ) then
        raise exception 'this login is another officer''s' using errcode = 'AX004';
    end if;
    if not exists (select from register.person as p where p.subject_id = reveal_number.subject_id) then
        raise exception 'no person has this id' using errcode = 'AX003';
    end if;
    insert into register.reveal (subject_id, officer_code, reason, revealed_at)
    values (reveal_number.subject_id, reveal_number.officer_code, reveal_number.reason, clock_timestamp());
    -- A rollback takes the row away, not this line.
    raise log 'number of person % read by % as %', reveal_number.subject_id, reveal_number.officer_code, session_user;
    return query
        select s.name, p.masked_number, p.number_cipher, p.key_id
        from register.person as p
        join register.subject as s on s.subject_id = p.subject_id
        where p.subject_id = reveal_number.subject_id;
end
$$;


--
-- Name: FUNCTION reveal_number(subject_id bigint, officer_code text, reason text); Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON FUNCTION register.reveal_number(subject_id bigint, officer_code text, reason text) IS 'The encrypted number of one person, against a row in register.reveal that says who reads it, by which login, and why: the only way to it.
Shape: one row; the key that opens it is not in the database. Raises AX002 for an officer who is unknown or not active, AX004 where the login is another officer''s (ops.officer_login), AX003 for an id that is no person. The reason must not be blank (reveal_has_a_reason).
Source: PIPL Arts. 28, 51; RD-25.';


--
-- Name: deadline_on(date); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.deadline_on(as_of date) RETURNS TABLE(as_of_date date, deadline_kind text, is_notice boolean, subject_id bigint, subject_name text, about_id bigint, agency_code text, agency_name text, officer_code text, due_on date, days_left integer, is_provisional boolean, is_overdue boolean, channel_name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    BEGIN ATOMIC
 WITH present AS (
          SELECT COALESCE((max(c.reconciled_on) <= deadline_on.as_of), true) AS is_asked
            FROM publication.channel c
         ), in_force AS MATERIALIZED (
          SELECT m.subject_id,
             m.membership_id,
             m.list_code,
             m.agency_code,
             m.listed_on,
             m.published_on,
             m.during,
             m.ended_on
            FROM lists.membership_in_force(deadline_on.as_of, 'infinity'::timestamp with time zone, deadline_on.as_of) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
         ), queued AS MATERIALIZED (
          SELECT DISTINCT ON (n.subject_id, n.membership_id, n.channel_code) n.subject_id,
             n.membership_id,
             n.channel_code,
             n.action,
             n.due_on,
             n.is_due_provisional
            FROM publication.item n
           WHERE ( SELECT p.is_asked
                    FROM present p)
           ORDER BY n.subject_id, n.membership_id, n.channel_code, n.version DESC
         ), first_application AS (
          SELECT m.subject_id,
             m.membership_id,
             m.agency_code,
             GREATEST(((m.listed_on + removal.term))::date, (ban.last_day + 1)) AS first_day
            FROM ((in_force m
              LEFT JOIN law.removal_term() removal(months, term, governs) ON ((removal.governs @> m.listed_on)))
              LEFT JOIN LATERAL ( SELECT max(COALESCE(b.last_day, 'infinity'::date)) AS last_day
                    FROM records.ban_as_known('infinity'::timestamp with time zone) b(subject_id, record_id, version_no, basis, decision_number, starts_on, last_day, is_withdrawn, officer_code, act_id, known_at)
                   WHERE ((m.list_code = 'serious'::text) AND (b.subject_id = m.subject_id) AND (NOT b.is_withdrawn) AND (b.starts_on <= ((m.listed_on + removal.term))::date))) ban ON (true))
         ), deadline AS (
          SELECT ((replace(o.procedure_code, '_'::text, '-'::text) || '-'::text) || array_to_string(o.owed_codes, '-or-'::text)) AS deadline_kind,
             false AS is_notice,
             o.subject_id,
             o.case_id AS about_id,
             o.agency_code,
             o.handler_code AS officer_code,
             o.due_on,
             o.is_provisional,
             NULL::text AS channel_code
            FROM cases.open_deadline(deadline_on.as_of) o(subject_id, case_id, procedure_code, step_code, owed_codes, agency_code, handler_code, due_on, is_provisional)
         UNION ALL
          SELECT ((('publication-'::text || q.action) || '-'::text) || q.channel_code),
             false,
             q.subject_id,
             q.membership_id,
             m.agency_code,
             NULL::text,
             q.due_on,
             q.is_due_provisional,
             q.channel_code
            FROM (queued q
              JOIN lists.membership m ON (((m.subject_id = q.subject_id) AND (m.membership_id = q.membership_id))))
           WHERE (q.due_on IS NOT NULL)
         UNION ALL
          SELECT ((('publication-'::text || n.action) || '-'::text) || n.channel_code),
             false,
             n.subject_id,
             n.membership_id,
             m.agency_code,
             NULL::text,
             n.due_on,
             n.is_due_provisional,
             n.channel_code
            FROM (publication.difference(deadline_on.as_of) n(channel_code, subject_id, membership_id, version, action, content, content_sha256, content_stamp, term_starts_on, term_days, due_on, is_due_provisional, is_first_publication)
              JOIN lists.membership m ON (((m.subject_id = n.subject_id) AND (m.membership_id = n.membership_id))))
           WHERE ((n.action = ANY (ARRAY['publish'::text, 'withdraw'::text])) AND (n.due_on IS NOT NULL) AND ( SELECT p.is_asked
                    FROM present p) AND (NOT (EXISTS ( SELECT
                    FROM queued q
                   WHERE ((q.subject_id = n.subject_id) AND (q.membership_id = n.membership_id) AND (q.channel_code = n.channel_code))))))
         UNION ALL
          SELECT 'management-period-ends'::text,
             true,
             m.subject_id,
             m.membership_id,
             m.agency_code,
             NULL::text,
             (upper(m.during) - 1),
             false,
             NULL::text
            FROM in_force m
           WHERE ((m.ended_on IS NULL) AND ((upper(m.during) - 1) <= (deadline_on.as_of + 60)))
         UNION ALL
          SELECT 'removal-can-be-applied-for'::text,
             true,
             f.subject_id,
             f.membership_id,
             f.agency_code,
             NULL::text,
             f.first_day,
             false,
             NULL::text
            FROM first_application f
           WHERE ((f.first_day >= deadline_on.as_of) AND (f.first_day <= (deadline_on.as_of + 60)))
         )
  SELECT deadline_on.as_of AS as_of,
     d.deadline_kind,
     d.is_notice,
     d.subject_id,
     s.name,
     d.about_id,
     d.agency_code,
     a.name,
     d.officer_code,
     d.due_on,
     (d.due_on - deadline_on.as_of),
     d.is_provisional,
     ((NOT d.is_notice) AND COALESCE((d.due_on < deadline_on.as_of), false)),
     channel.name
    FROM (((deadline d
      LEFT JOIN publication.channel channel ON ((channel.channel_code = d.channel_code)))
      JOIN register.subject s ON ((s.subject_id = d.subject_id)))
      JOIN ops.agency a ON ((a.agency_code = d.agency_code)))
   WHERE (d.agency_code = ANY (( SELECT ops.agencies_in_reach() AS agencies_in_reach)::text[]));
END;


--
-- Name: FUNCTION deadline_on(as_of date); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.deadline_on(as_of date) IS '某日尚未办结的期限：程序步骤、公示与撤下；以及提醒：六十日内到期的管理期限、六十日内可以申请提前移出。均由日期推出，事由消失即自行消失。公示与撤下的期限只列到最近一次比对之日及以后：更早的日期不列。
Shape: one row per open step or notice. deadline_kind 种类：程序-所欠步骤、publication-动作-渠道、management-period-ends、removal-can-be-applied-for；is_notice 仅为提醒，不会逾期；about_id 案件或名单成员编号；agency_code、agency_name 责任机关；officer_code 承办人；due_on 最后一日，工作日历未覆盖时为空；days_left 剩余天数；is_provisional 放假通知未出，期限暂定；is_overdue 已逾期；channel_name 公示或撤下所在的渠道，其他种类为空。';


--
-- Name: issued_document; Type: TABLE; Schema: cases; Owner: -
--

CREATE TABLE cases.issued_document (
    subject_id bigint NOT NULL,
    document_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    kind text NOT NULL,
    case_id bigint,
    membership_id bigint,
    agency_code text NOT NULL,
    document_number text NOT NULL,
    dated_on date NOT NULL,
    template_version smallint NOT NULL,
    data jsonb NOT NULL,
    sha256 bytea NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT document_belongs_to_a_case_or_a_membership CHECK ((num_nonnulls(case_id, membership_id) = 1)),
    CONSTRAINT document_kind_is_known CHECK ((kind = ANY (ARRAY['prior-notice'::text, 'listing-decision'::text, 'removal-decision'::text, 'acceptance-refusal'::text, 'removal-denial'::text, 'objection-answer'::text, 'repair-notice'::text, 'removal-certificate'::text])))
);


--
-- Name: TABLE issued_document; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON TABLE cases.issued_document IS 'One row is one document issued (文书); append-only. Its file is made again, byte for byte, from the template version and the data.';


--
-- Name: COLUMN issued_document.subject_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.subject_id IS 'subject of the case or membership';


--
-- Name: COLUMN issued_document.document_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.document_id IS 'id of the document';


--
-- Name: COLUMN issued_document.kind; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.kind IS 'what it is, as in the act issue-document';


--
-- Name: COLUMN issued_document.case_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.case_id IS 'case it was issued in; null for a document about a membership';


--
-- Name: COLUMN issued_document.membership_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.membership_id IS 'membership it is about; null for a document of a case; no foreign key to a later stage';


--
-- Name: COLUMN issued_document.agency_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.agency_code IS 'agency that issued it';


--
-- Name: COLUMN issued_document.document_number; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.document_number IS 'number on its head';


--
-- Name: COLUMN issued_document.dated_on; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.dated_on IS 'date under it (成文日期)';


--
-- Name: COLUMN issued_document.template_version; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.template_version IS 'version of the template of its kind';


--
-- Name: COLUMN issued_document.data; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.data IS 'what the template was filled with; numbers of persons masked';


--
-- Name: COLUMN issued_document.sha256; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.sha256 IS 'digest of the .docx file';


--
-- Name: COLUMN issued_document.act_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.act_id IS 'act that issued it';


--
-- Name: COLUMN issued_document.known_at; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.issued_document.known_at IS 'time from which the register knows it';


--
-- Name: issued_documents(); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.issued_documents() RETURNS TABLE(document_id bigint, document_number text, kind text, dated_on date, subject_id bigint, subject_name text, credit_code text, about_id bigint, agency_name text, officer_code text, template_version smallint, sha256 text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT d.document_id,
     d.document_number,
     d.kind,
     d.dated_on,
     d.subject_id,
     s.name,
     code.value,
     COALESCE(d.case_id, d.membership_id) AS "coalesce",
     a.name,
     act.officer_code,
     d.template_version,
     encode(d.sha256, 'hex'::text) AS encode
    FROM ((((cases.issued_document d
      JOIN register.subject s ON ((s.subject_id = d.subject_id)))
      JOIN ops.agency a ON ((a.agency_code = d.agency_code)))
      LEFT JOIN register.subject_identifier code ON (((code.subject_id = d.subject_id) AND (code.scheme = 'credit_code'::text))))
      LEFT JOIN intake.act act ON (((act.subject_id = d.subject_id) AND (act.act_id = d.act_id))))
   WHERE (d.agency_code = ANY (( SELECT ops.agencies_in_reach() AS agencies_in_reach)::text[]));
END;


--
-- Name: FUNCTION issued_documents(); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.issued_documents() IS '已出具的文书。
Shape: one row per document. document_number 文号；kind 种类；dated_on 成文日期；about_id 案件或名单成员编号；agency_name 出具机关；officer_code 经办人；template_version 模板版次；sha256 .docx 文件的摘要。';


--
-- Name: membership_on(date, timestamp with time zone); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.membership_on(as_of date, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS TABLE(as_of_date date, subject_id bigint, membership_id bigint, list_code text, clause_code text, kind text, credit_code text, subject_name text, reporting_unit_name text, agency_name text, decision_number text, listed_on date, published_on date, period_months smallint, last_day date, days_left integer, removal_from date, ended_on date, end_reason text, is_in_force boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT m.as_of_date,
     m.subject_id,
     m.membership_id,
     m.list_code,
     m.clause_code,
     m.kind,
     m.credit_code,
     m.subject_name,
     m.reporting_unit_name,
     m.agency_name,
     m.decision_number,
     m.listed_on,
     m.published_on,
     m.period_months,
     m.last_day,
     m.days_left,
     m.removal_from,
     m.ended_on,
     m.end_reason,
     m.is_in_force
    FROM (((lists.membership_state(membership_on.as_of, membership_on.known_at) m(as_of_date, subject_id, membership_id, list_code, clause_code, kind, credit_code, subject_name, reporting_unit_name, agency_name, decision_number, listed_on, published_on, period_months, last_day, days_left, removal_from, ended_on, end_reason, is_in_force)
      JOIN lists.membership decided ON (((decided.subject_id = m.subject_id) AND (decided.membership_id = m.membership_id))))
      JOIN register.subject s ON ((s.subject_id =
         CASE
             WHEN (m.kind = 'person'::text) THEN decided.unit_id
             ELSE m.subject_id
         END)))
      LEFT JOIN ops.reporting_unit unit ON ((unit.reporting_unit_code = s.reporting_unit_code)))
   WHERE (ARRAY[decided.agency_code, unit.agency_code] && ( SELECT ops.agencies_in_reach() AS agencies_in_reach));
END;


--
-- Name: FUNCTION membership_on(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.membership_on(as_of date, known_at timestamp with time zone) IS '名单成员在某日的状态，包括已经移出的。
Shape: one row per membership decided by the day. as_of_date 统计日；list_code penalised 被行政处理、serious 严重失信；clause_code 列入依据；kind 主体类别；agency_name 决定机关；decision_number 决定文号；listed_on 列入之日；published_on 公布之日（首次成功公示）；period_months 管理期限（月）；last_day 最后一日（未公示为空）；days_left 含当日的剩余天数；removal_from 可以申请提前移出的首日；ended_on 提前结束后的首日；end_reason 结束原因；is_in_force 当日是否在名单内。';


--
-- Name: plan; Type: TABLE; Schema: supervision; Owner: -
--

CREATE TABLE supervision.plan (
    plan_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    plan_year integer NOT NULL,
    agency_code text NOT NULL,
    drawn_on date NOT NULL,
    seed text NOT NULL,
    share_a_percent smallint NOT NULL,
    share_b_percent smallint NOT NULL,
    population_count integer NOT NULL,
    population_sha256 bytea NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT plan_seed_is_not_blank CHECK ((seed ~ '\S'::text)),
    CONSTRAINT plan_shares_are_percentages CHECK ((((share_a_percent >= 0) AND (share_a_percent <= 100)) AND ((share_b_percent >= 0) AND (share_b_percent <= 100))))
);


--
-- Name: TABLE plan; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON TABLE supervision.plan IS 'One row is one yearly inspection plan of one agency.';


--
-- Name: COLUMN plan.plan_id; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.plan_id IS 'id';


--
-- Name: COLUMN plan.plan_year; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.plan_year IS 'year of the plan';


--
-- Name: COLUMN plan.agency_code; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.agency_code IS 'agency that inspects; its plan holds the units of the agencies below it too';


--
-- Name: COLUMN plan.drawn_on; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.drawn_on IS 'day of the draw: its grades count';


--
-- Name: COLUMN plan.seed; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.seed IS 'published seed of the random draw';


--
-- Name: COLUMN plan.share_a_percent; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.share_a_percent IS 'share of the A units drawn for spot checks';


--
-- Name: COLUMN plan.share_b_percent; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.share_b_percent IS 'share of the B units drawn';


--
-- Name: COLUMN plan.population_count; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.population_count IS 'units drawn from';


--
-- Name: COLUMN plan.population_sha256; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.population_sha256 IS 'SHA-256 of the credit codes drawn from, sorted and joined by newlines, so that a third party can repeat the draw';


--
-- Name: COLUMN plan.act_id; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.act_id IS 'act that drew it';


--
-- Name: COLUMN plan.known_at; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan.known_at IS 'when';


--
-- Name: plan_line; Type: TABLE; Schema: supervision; Owner: -
--

CREATE TABLE supervision.plan_line (
    subject_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    plan_year integer NOT NULL,
    reason_code text NOT NULL,
    grade law.grade NOT NULL,
    inspections_per_year smallint NOT NULL,
    draw_no integer,
    evidence_ids bigint[] NOT NULL,
    added_on date,
    CONSTRAINT only_a_drawn_line_has_a_draw_number CHECK (((reason_code = ANY (ARRAY['drawn'::text, 'spot_check'::text])) = (draw_no IS NOT NULL))),
    CONSTRAINT only_the_draw_draws CHECK (((added_on IS NULL) OR (draw_no IS NULL))),
    CONSTRAINT plan_line_asks_for_an_inspection CHECK ((inspections_per_year >= 1)),
    CONSTRAINT plan_reason_fits_the_grade CHECK (
CASE reason_code
    WHEN 'key'::text THEN (grade = ANY (ARRAY['C'::law.grade, 'D'::law.grade]))
    WHEN 'industry'::text THEN (grade = ANY (ARRAY['A'::law.grade, 'B'::law.grade]))
    WHEN 'drawn'::text THEN (grade = 'B'::law.grade)
    WHEN 'spot_check'::text THEN (grade = 'A'::law.grade)
    ELSE true
END),
    CONSTRAINT plan_reason_is_known CHECK ((reason_code = ANY (ARRAY['must'::text, 'key'::text, 'industry'::text, 'drawn'::text, 'spot_check'::text])))
);


--
-- Name: TABLE plan_line; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON TABLE supervision.plan_line IS 'One row is one subject in one plan.';


--
-- Name: COLUMN plan_line.subject_id; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.subject_id IS 'the unit';


--
-- Name: COLUMN plan_line.plan_id; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.plan_id IS 'the plan';


--
-- Name: COLUMN plan_line.plan_year; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.plan_year IS 'year of the plan';


--
-- Name: COLUMN plan_line.reason_code; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.reason_code IS 'must (accident and penalty for it, RD-18), key (all other C and D: key supervision), industry (A and B whose industry has a number of its own, RD-42), drawn (random draw of B), spot_check (random draw of A)';


--
-- Name: COLUMN plan_line.grade; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.grade IS 'grade at the draw';


--
-- Name: COLUMN plan_line.inspections_per_year; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.inspections_per_year IS 'inspections planned; at least one, more where grade or industry asks for more';


--
-- Name: COLUMN plan_line.draw_no; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.draw_no IS 'place in the draw of its grade, from 1; null where nothing was drawn';


--
-- Name: COLUMN plan_line.evidence_ids; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.evidence_ids IS 'must: the accidents and penalties (RD-18); empty for the others';


--
-- Name: COLUMN plan_line.added_on; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_line.added_on IS 'day on which the unit was added to a plan already drawn; null for the lines of the draw';


--
-- Name: plan_lines(integer); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.plan_lines(plan_year integer DEFAULT NULL::integer) RETURNS TABLE(plan_year integer, agency_code text, agency_name text, line_no bigint, subject_id bigint, subject_name text, credit_code text, grade law.grade, reason_code text, reason_zh text, basis text, content text, way text, frequency text, schedule text, responsible_agency_name text, remark text, inspections_per_year smallint, draw_no integer, evidence_ids bigint[], drawn_on date, added_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT p.plan_year,
     p.agency_code,
     a.name AS agency_name,
     row_number() OVER (PARTITION BY p.plan_id ORDER BY l.added_on NULLS FIRST, r.sort_order, u.sort_order, (COALESCE(s.sort_key, s.name) COLLATE "zh-x-icu"), code.value) AS line_no,
     l.subject_id,
     s.name AS subject_name,
     code.value AS credit_code,
     l.grade,
     l.reason_code,
     r.reason_zh,
         CASE l.reason_code
             WHEN 'key'::text THEN
             CASE l.grade
                 WHEN 'D'::law.grade THEN '工作方案五（四）'::text
                 ELSE '工作方案五（三）'::text
             END
             ELSE r.basis
         END AS basis,
     r.content,
     r.way,
     ((r.at_least || l.inspections_per_year) || '次'::text) AS frequency,
     (p.plan_year || '年1月至12月'::text) AS schedule,
     responsible.name AS responsible_agency_name,
         CASE
             WHEN (l.draw_no IS NOT NULL) THEN ('抽取序号'::text || l.draw_no)
             ELSE concat_ws('；'::text, evidence.remark, to_char((l.added_on)::timestamp with time zone, '"于"YYYY"年"FMMM"月"FMDD"日补列"'::text))
         END AS remark,
     l.inspections_per_year,
     l.draw_no,
     l.evidence_ids,
     p.drawn_on,
     l.added_on
    FROM ((((((((supervision.plan_line l
      JOIN supervision.plan p ON ((p.plan_id = l.plan_id)))
      JOIN ops.agency a ON ((a.agency_code = p.agency_code)))
      JOIN register.subject s ON ((s.subject_id = l.subject_id)))
      JOIN ops.reporting_unit u ON ((u.reporting_unit_code = s.reporting_unit_code)))
      JOIN ops.agency responsible ON ((responsible.agency_code = u.agency_code)))
      JOIN ( VALUES ('must'::text,1,'应列入'::text,'工作方案五（三）'::text,'事故整改措施和行政处罚落实情况，执行安全生产法律法规和标准情况'::text,'重点监督检查'::text,'全年不少于'::text), ('key'::text,2,'重点监管'::text,''::text,'行政处罚落实和违法行为整改情况，执行安全生产法律法规和标准情况'::text,'重点检查'::text,'全年不少于'::text), ('industry'::text,3,'行业规定'::text,'工作方案五（六）'::text,'执行安全生产法律法规和标准情况'::text,'监督检查'::text,'全年不少于'::text), ('drawn'::text,4,'随机抽查'::text,'工作方案五（二）'::text,'执行安全生产法律法规和标准情况'::text,'双随机抽查'::text,'全年'::text), ('spot_check'::text,5,'抽查'::text,'工作方案五（一）'::text,'执行安全生产法律法规和标准情况'::text,'抽查'::text,'全年不超过'::text)) r(reason_code, sort_order, reason_zh, basis, content, way, at_least) ON ((r.reason_code = l.reason_code)))
      LEFT JOIN register.subject_identifier code ON (((code.subject_id = l.subject_id) AND (code.scheme = 'credit_code'::text))))
      LEFT JOIN LATERAL ( SELECT string_agg(e.remark, '；'::text ORDER BY e.sort_order, e.remark) AS remark
            FROM ( SELECT DISTINCT 1 AS sort_order,
                     ('事故'::text || c.accident_number) AS remark
                    FROM records.accident c
                   WHERE ((c.subject_id = l.subject_id) AND (c.record_id = ANY (l.evidence_ids)))
                 UNION ALL
                  SELECT DISTINCT 2,
                     ('处罚决定'::text || d.decision_number)
                    FROM records.penalty d
                   WHERE ((d.subject_id = l.subject_id) AND (d.record_id = ANY (l.evidence_ids)))) e) evidence ON ((l.evidence_ids <> '{}'::bigint[])))
   WHERE (((plan_lines.plan_year IS NULL) OR (p.plan_year = plan_lines.plan_year)) AND (ARRAY[p.agency_code, u.agency_code] && ( SELECT ops.agencies_in_reach() AS agencies_in_reach)));
END;


--
-- Name: FUNCTION plan_lines(plan_year integer); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.plan_lines(plan_year integer) IS '年度执法检查计划各行：应列入（发生事故并受处罚）、重点监管（其他C级、D级）、行业规定（高危行业另有次数的A级、B级）、随机抽查（B级）、抽查（A级）。年度为空时为历年。
Shape: one row per unit in a plan. plan_year 计划年度；agency_code 制定机关代码；agency_name 制定机关；line_no 序号；subject_id 主体编号；subject_name 检查对象；credit_code 统一社会信用代码；grade 抽取当日的信用等级；reason_code 列入原因代码：must、key、industry、drawn、spot_check；reason_zh 列入原因；basis 检查依据；content 检查内容；way 检查方式；frequency 频次及上限；schedule 时间安排；responsible_agency_name 责任单位；remark 备注：事故和处罚决定、补列日期，或抽取序号；inspections_per_year 计划检查次数；draw_no 抽取序号，非抽取的为空；evidence_ids 应列入所依据的事故和处罚记录编号；drawn_on 抽取日期；added_on 补列日期，抽取时列入的为空。';


--
-- Name: draw_key(text, text); Type: FUNCTION; Schema: supervision; Owner: -
--

CREATE FUNCTION supervision.draw_key(seed text, credit_code text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN encode(sha256(convert_to(((seed || ':'::text) || credit_code), 'UTF8'::name)), 'hex'::text);


--
-- Name: FUNCTION draw_key(seed text, credit_code text); Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON FUNCTION supervision.draw_key(seed text, credit_code text) IS 'The key by which units are drawn: those with the smallest keys are taken. Anyone with the seed and the codes finds the same keys.
Shape: SHA-256 of seed, colon and credit code in UTF-8, as 64 lower-case hexadecimal digits.';


--
-- Name: plan_population; Type: TABLE; Schema: supervision; Owner: -
--

CREATE TABLE supervision.plan_population (
    subject_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    credit_code text NOT NULL,
    grade law.grade NOT NULL,
    CONSTRAINT draw_is_from_a_and_b CHECK ((grade = ANY (ARRAY['A'::law.grade, 'B'::law.grade])))
);


--
-- Name: TABLE plan_population; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON TABLE supervision.plan_population IS 'One row is one unit that one plan drew from; kept, because a later correction must not change what a third party verifies.';


--
-- Name: COLUMN plan_population.subject_id; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_population.subject_id IS 'the unit';


--
-- Name: COLUMN plan_population.plan_id; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_population.plan_id IS 'the plan';


--
-- Name: COLUMN plan_population.credit_code; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_population.credit_code IS 'its code at the draw';


--
-- Name: COLUMN plan_population.grade; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.plan_population.grade IS 'its grade at the draw';


--
-- Name: plan_populations(integer); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.plan_populations(plan_year integer DEFAULT NULL::integer) RETURNS TABLE(plan_year integer, agency_code text, drawn_on date, seed text, share_a_percent smallint, share_b_percent smallint, population_sha256 text, subject_id bigint, credit_code text, grade law.grade, draw_key text, is_drawn boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT p.plan_year,
     p.agency_code,
     p.drawn_on,
     p.seed,
     p.share_a_percent,
     p.share_b_percent,
     encode(p.population_sha256, 'hex'::text) AS population_sha256,
     n.subject_id,
     n.credit_code,
     n.grade,
     supervision.draw_key(p.seed, n.credit_code) AS draw_key,
     (l.subject_id IS NOT NULL) AS is_drawn
    FROM ((supervision.plan p
      JOIN supervision.plan_population n ON ((n.plan_id = p.plan_id)))
      LEFT JOIN supervision.plan_line l ON (((l.subject_id = n.subject_id) AND (l.plan_id = n.plan_id))))
   WHERE (((plan_populations.plan_year IS NULL) OR (p.plan_year = plan_populations.plan_year)) AND (p.agency_code = ANY (( SELECT ops.agencies_in_reach() AS agencies_in_reach)::text[])));
END;


--
-- Name: FUNCTION plan_populations(plan_year integer); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.plan_populations(plan_year integer) IS '年度计划随机抽取的总体：按抽取键从小到大取“总数×比例”（向上取整）个，任何人可以据此复核。年度为空时为历年。
Shape: one row per unit drawn from. plan_year 计划年度；agency_code 制定机关代码；drawn_on 抽取日期；seed 公布的种子；share_a_percent A级抽取比例（%）；share_b_percent B级抽取比例（%）；population_sha256 总体摘要：全部代码排序后以换行连接的 SHA-256；subject_id 主体编号；credit_code 统一社会信用代码；grade 抽取当日的信用等级；draw_key 抽取键：种子、冒号、代码连接后的 SHA-256；is_drawn 是否抽中。';


--
-- Name: publication_proof(date); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.publication_proof(as_of date) RETURNS TABLE(subject_id bigint, membership_id bigint, list_code text, subject_name text, channel_code text, state text, first_shown_on date, publish_due_on date, publish_days_late integer, gone_on date, withdraw_due_on date, withdraw_days_late integer, open_action text, attempt_count integer, last_fault text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    BEGIN ATOMIC
 WITH present AS (
          SELECT COALESCE((max(c.reconciled_on) <= publication_proof.as_of), true) AS is_asked
            FROM publication.channel c
         ), unqueued AS MATERIALIZED (
          SELECT d.subject_id,
             d.membership_id,
             d.channel_code,
             d.action,
             d.due_on
            FROM publication.difference(publication_proof.as_of) d(channel_code, subject_id, membership_id, version, action, content, content_sha256, content_stamp, term_starts_on, term_days, due_on, is_due_provisional, is_first_publication)
           WHERE ((d.action = ANY (ARRAY['publish'::text, 'withdraw'::text])) AND ( SELECT p_1.is_asked
                    FROM present p_1))
         ), place AS (
          SELECT COALESCE(e.subject_id, u.subject_id) AS subject_id,
             COALESCE(e.membership_id, u.membership_id) AS membership_id,
             COALESCE(e.channel_code, u.channel_code) AS channel_code,
                 CASE
                     WHEN (e.subject_id IS NULL) THEN 'absent'::text
                     WHEN p_1.is_asked THEN e.state
                     ELSE NULL::text
                 END AS state,
             u.action AS unqueued_action,
             u.due_on AS unqueued_due_on
            FROM ((publication.entry e
              FULL JOIN unqueued u ON (((u.subject_id = e.subject_id) AND (u.membership_id = e.membership_id) AND (u.channel_code = e.channel_code))))
              CROSS JOIN present p_1)
         ), stated AS (
          SELECT p_1.subject_id,
             p_1.membership_id,
             p_1.channel_code,
             p_1.unqueued_action,
             p_1.unqueued_due_on,
             COALESCE(p_1.state,
                 CASE newest.action
                     WHEN 'publish'::text THEN 'shown'::text
                     ELSE 'absent'::text
                 END) AS state
            FROM (place p_1
              LEFT JOIN LATERAL ( SELECT d.action
                    FROM publication.delivery d
                   WHERE ((p_1.state IS NULL) AND (d.subject_id = p_1.subject_id) AND (d.membership_id = p_1.membership_id) AND (d.channel_code = p_1.channel_code) AND (d.outcome = 'done'::text) AND (d.delivered_on <= publication_proof.as_of))
                   ORDER BY d.version DESC
                  LIMIT 1) newest ON (true))
         ), proof AS (
          SELECT p_1.subject_id,
             p_1.membership_id,
             p_1.channel_code,
             p_1.unqueued_action,
             p_1.unqueued_due_on,
             p_1.state,
                 CASE
                     WHEN (first_shown.delivered_on <= publication_proof.as_of) THEN first_shown.delivered_on
                     ELSE NULL::date
                 END AS first_shown_on,
             first_shown.due_on AS first_shown_due_on,
                 CASE
                     WHEN (gone.delivered_on <= publication_proof.as_of) THEN gone.delivered_on
                     ELSE NULL::date
                 END AS gone_on,
             gone.due_on AS gone_due_on,
             COALESCE(p_1.unqueued_action, item.action) AS open_action,
                 CASE
                     WHEN (p_1.unqueued_action IS NULL) THEN item.due_on
                     ELSE p_1.unqueued_due_on
                 END AS open_due_on,
             item.attempt_count,
             item.last_fault
            FROM (((stated p_1
              LEFT JOIN LATERAL ( SELECT d.delivered_on,
                     d.due_on
                    FROM publication.delivery d
                   WHERE ((d.subject_id = p_1.subject_id) AND (d.membership_id = p_1.membership_id) AND (d.channel_code = p_1.channel_code) AND (d.action = 'publish'::text) AND (d.outcome = 'done'::text))
                   ORDER BY d.version, d.delivered_at
                  LIMIT 1) first_shown ON (true))
              LEFT JOIN LATERAL ( SELECT d.delivered_on,
                     d.due_on
                    FROM publication.delivery d
                   WHERE ((d.subject_id = p_1.subject_id) AND (d.membership_id = p_1.membership_id) AND (d.channel_code = p_1.channel_code) AND (d.action = 'withdraw'::text) AND (d.outcome = 'done'::text) AND
                         CASE
                             WHEN (d.delivered_on <= publication_proof.as_of) THEN (p_1.state = 'absent'::text)
                             ELSE ((p_1.state = 'shown'::text) AND (d.due_on <= publication_proof.as_of))
                         END)
                   ORDER BY d.version DESC, d.delivered_at DESC
                  LIMIT 1) gone ON (true))
              LEFT JOIN LATERAL ( SELECT i.action,
                     i.due_on,
                     i.attempt_count,
                     i.last_fault
                    FROM publication.item i
                   WHERE ((i.subject_id = p_1.subject_id) AND (i.membership_id = p_1.membership_id) AND (i.channel_code = p_1.channel_code) AND ( SELECT n.is_asked
                            FROM present n))
                   ORDER BY i.version DESC
                  LIMIT 1) item ON (true))
         ), dated AS (
          SELECT p_1.subject_id,
             p_1.membership_id,
             p_1.channel_code,
             p_1.unqueued_action,
             p_1.unqueued_due_on,
             p_1.state,
             p_1.first_shown_on,
             p_1.first_shown_due_on,
             p_1.gone_on,
             p_1.gone_due_on,
             p_1.open_action,
             p_1.open_due_on,
             p_1.attempt_count,
             p_1.last_fault,
             COALESCE(p_1.first_shown_due_on,
                 CASE
                     WHEN (p_1.open_action = 'publish'::text) THEN p_1.open_due_on
                     ELSE NULL::date
                 END) AS publish_due_on,
             COALESCE(p_1.gone_due_on,
                 CASE
                     WHEN (p_1.open_action = 'withdraw'::text) THEN p_1.open_due_on
                     ELSE NULL::date
                 END) AS withdraw_due_on
            FROM proof p_1
         )
  SELECT p.subject_id,
     p.membership_id,
     m.list_code,
     s.name,
     p.channel_code,
     p.state,
     p.first_shown_on,
     p.publish_due_on,
         CASE
             WHEN (p.publish_due_on IS NOT NULL) THEN GREATEST((COALESCE(p.first_shown_on, publication_proof.as_of) - p.publish_due_on), 0)
             ELSE NULL::integer
         END AS "case",
     p.gone_on,
     p.withdraw_due_on,
         CASE
             WHEN (p.withdraw_due_on IS NOT NULL) THEN GREATEST((COALESCE(p.gone_on, publication_proof.as_of) - p.withdraw_due_on), 0)
             ELSE NULL::integer
         END AS "case",
     p.open_action,
     p.attempt_count,
     p.last_fault
    FROM ((((dated p
      JOIN lists.membership m ON (((m.subject_id = p.subject_id) AND (m.membership_id = p.membership_id) AND (m.listed_on <= publication_proof.as_of))))
      JOIN register.subject s ON ((s.subject_id = p.subject_id)))
      JOIN register.subject reported ON ((reported.subject_id =
         CASE
             WHEN (s.kind = 'person'::text) THEN m.unit_id
             ELSE m.subject_id
         END)))
      LEFT JOIN ops.reporting_unit unit ON ((unit.reporting_unit_code = reported.reporting_unit_code)))
   WHERE (ARRAY[m.agency_code, unit.agency_code] && ( SELECT ops.agencies_in_reach() AS agencies_in_reach));
END;


--
-- Name: FUNCTION publication_proof(as_of date); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.publication_proof(as_of date) IS '每个名单成员在每个渠道的公示证明：何时证实已示、何时证实已撤、是否逾期。
Shape: one row per entry and channel. state absent 未示、shown 已示、unknown 不明；first_shown_on 首次证实公示日；publish_due_on 应公示的最后一日；publish_days_late 逾期天数，法律未定期限的为空；gone_on 证实撤下日；withdraw_due_on 应撤下的最后一日；withdraw_days_late 逾期天数；open_action 未完成的动作（含尚未入队的）；attempt_count 已尝试次数；last_fault 最近的故障。早于最近一次比对之日的，只依截至该日的送达：没有 unknown，也没有未完成的动作。';


--
-- Name: statistics_form(integer, text, timestamp with time zone); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.statistics_form(form_year integer, reporting_unit_code text DEFAULT NULL::text, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS TABLE(line_no bigint, subject_id bigint, credit_code text, subject_name text, grade law.grade, remark text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH day AS MATERIALIZED (
          SELECT make_date((statistics_form.form_year + 1), 1, 1) AS as_of,
             make_date(statistics_form.form_year, 12, 31) AS last_event_on
         ), listed AS (
          SELECT m.subject_id,
             string_agg(((
                 CASE m.list_code
                     WHEN 'serious'::text THEN '列入决定 '::text
                     ELSE '处罚决定 '::text
                 END || m.decision_number) ||
                 CASE
                     WHEN ((m.published_on IS NULL) OR (m.published_on > day_1.last_event_on)) THEN '（未公示）'::text
                     ELSE (('（至'::text || m.last_day) || '）'::text)
                 END), '；'::text ORDER BY m.list_code DESC, m.listed_on, m.membership_id) AS remark
            FROM (day day_1
              CROSS JOIN LATERAL lists.membership_in_force(day_1.as_of, statistics_form.known_at, day_1.last_event_on) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day))
           GROUP BY m.subject_id
         ), pending AS (
          SELECT DISTINCT o.subject_id
            FROM (day day_1
              CROSS JOIN LATERAL cases.objection_pending(day_1.last_event_on, statistics_form.known_at) o(subject_id, record_id, case_id, filed_on))
         ), former AS (
          SELECT DISTINCT ON (v.subject_id) v.subject_id,
             before.name,
             before.sort_key
            FROM (((day day_1
              JOIN intake.act a ON (((a.act = 'rename-subject'::text) AND (a.acted_on > day_1.last_event_on))))
              JOIN register.subject_version v ON (((v.subject_id = a.subject_id) AND (v.act_id = a.act_id) AND (v.version_no > 1) AND (v.known_at <= statistics_form.known_at))))
              JOIN register.subject_version before ON (((before.subject_id = v.subject_id) AND (before.version_no = (v.version_no - 1)))))
           ORDER BY v.subject_id, a.acted_on, v.version_no
         )
  SELECT row_number() OVER (ORDER BY unit.sort_order, (COALESCE(former.sort_key, former.name, s.sort_key, s.name) COLLATE "zh-x-icu"), code.value) AS row_number,
     s.subject_id,
     code.value,
     COALESCE(former.name, s.name) AS "coalesce",
     g.grade,
     concat_ws('；'::text, listed.remark,
         CASE
             WHEN (pending.subject_id IS NOT NULL) THEN '异议处理中'::text
             ELSE NULL::text
         END) AS concat_ws
    FROM (((((((day
      CROSS JOIN LATERAL lists.subject_grade(day.as_of, statistics_form.known_at, day.last_event_on) g(subject_id, grade, clause_codes, evidence_ids))
      JOIN register.subject_as_known(statistics_form.known_at) s(subject_id, version_no, kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on, deregistered_on, act_id, known_at) ON ((s.subject_id = g.subject_id)))
      JOIN ops.reporting_unit unit ON ((unit.reporting_unit_code = s.reporting_unit_code)))
      LEFT JOIN register.subject_identifier code ON (((code.subject_id = s.subject_id) AND (code.scheme = 'credit_code'::text))))
      LEFT JOIN former ON ((former.subject_id = s.subject_id)))
      LEFT JOIN listed ON ((listed.subject_id = s.subject_id)))
      LEFT JOIN pending ON ((pending.subject_id = s.subject_id)))
   WHERE ((unit.agency_code = ANY (( SELECT ops.agencies_in_reach() AS agencies_in_reach)::text[])) AND ((statistics_form.reporting_unit_code IS NULL) OR (s.reporting_unit_code = statistics_form.reporting_unit_code)));
END;


--
-- Name: FUNCTION statistics_form(form_year integer, reporting_unit_code text, known_at timestamp with time zone); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.statistics_form(form_year integer, reporting_unit_code text, known_at timestamp with time zone) IS '安全生产信用分级分类统计表（附件）各行：次年1月1日评定，只计上一年度及以前的信息（RD-06）；报送单位为空时为全市。
Shape: one row per unit. line_no 序号；credit_code 统一社会信用代码；subject_name 生产经营单位名称，次年的更名不计；grade 安全生产信用等级；remark 备注：名单决定及截止日、异议处理中，次年发生的公示和移出不计。按报送单位、名称拼音、代码排序。';


--
-- Name: grade_run; Type: TABLE; Schema: lists; Owner: -
--

CREATE TABLE lists.grade_run (
    grade_run_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    as_of date NOT NULL,
    last_event_on date NOT NULL,
    policy_stamp text NOT NULL,
    subject_count integer NOT NULL,
    changed_count integer NOT NULL,
    grade_counts jsonb NOT NULL,
    known_at timestamp with time zone NOT NULL,
    is_complete boolean DEFAULT true NOT NULL
);


--
-- Name: TABLE grade_run; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON TABLE lists.grade_run IS 'One row is one computation of all grades for a day.';


--
-- Name: COLUMN grade_run.grade_run_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.grade_run_id IS 'run id';


--
-- Name: COLUMN grade_run.as_of; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.as_of IS 'day graded';


--
-- Name: COLUMN grade_run.last_event_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.last_event_on IS 'last day whose events count (RD-06)';


--
-- Name: COLUMN grade_run.policy_stamp; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.policy_stamp IS 'digest of the policy and parameters in force';


--
-- Name: COLUMN grade_run.subject_count; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.subject_count IS 'subjects graded';


--
-- Name: COLUMN grade_run.changed_count; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.changed_count IS 'grades that differ from the run before in grade or reasons';


--
-- Name: COLUMN grade_run.grade_counts; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.grade_counts IS 'subjects by grade';


--
-- Name: COLUMN grade_run.known_at; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.known_at IS 'when it was computed';


--
-- Name: COLUMN grade_run.is_complete; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.grade_run.is_complete IS 'whether the run leaves every unit with the grade of its day; false for one that looked at the unit of an act alone';


--
-- Name: stored_grade(); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.stored_grade() RETURNS TABLE(subject_id bigint, credit_code text, subject_name text, as_of date, grade law.grade, previous_grade law.grade, clause_codes text[], evidence_ids bigint[], policy_stamp text, known_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 SELECT g.subject_id,
     code.value,
     s.name,
     g.as_of,
     g.grade,
     lag(g.grade) OVER (PARTITION BY g.subject_id ORDER BY g.as_of, g.known_at) AS lag,
     g.clause_codes,
     g.evidence_ids,
     r.policy_stamp,
     g.known_at
    FROM ((((lists.grade g
      JOIN lists.grade_run r ON ((r.grade_run_id = g.grade_run_id)))
      JOIN register.subject s ON ((s.subject_id = g.subject_id)))
      JOIN ops.reporting_unit unit ON ((unit.reporting_unit_code = s.reporting_unit_code)))
      LEFT JOIN register.subject_identifier code ON (((code.subject_id = s.subject_id) AND (code.scheme = 'credit_code'::text))))
   WHERE (unit.agency_code = ANY (( SELECT ops.agencies_in_reach() AS agencies_in_reach)::text[]));
END;


--
-- Name: FUNCTION stored_grade(); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.stored_grade() IS '已存的等级变化：每次评定中等级或依据与上次不同的单位各一行。
Shape: one row per stored grade. as_of 评定日；grade 等级，不再评定的为空；previous_grade 上次所存的等级，首次为空；clause_codes 依据条款；evidence_ids 依据记录编号；policy_stamp 口径版本；known_at 评定时间。';


--
-- Name: subject_on(date, timestamp with time zone); Type: FUNCTION; Schema: reports; Owner: -
--

CREATE FUNCTION reports.subject_on(as_of date, known_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS TABLE(as_of_date date, subject_id bigint, credit_code text, subject_name text, kind text, reporting_unit_code text, reporting_unit_name text, industry_code text, registered_on date, grade law.grade, clause_codes text[], evidence_ids bigint[], penalised_last_day date, serious_last_day date, penalty_count bigint, fine_yuan numeric, accident_count bigint, death_count bigint, certification_level smallint, is_objection_pending boolean, policy_stamp text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    BEGIN ATOMIC
 WITH penalty AS (
          SELECT p.subject_id,
             count(*) AS penalty_count,
             (sum(p.fine_fen) / 100.0) AS fine_yuan
            FROM records.penalty_as_known(subject_on.known_at) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((p.decided_on <= subject_on.as_of) AND (NOT p.is_withdrawn) AND ((p.annulled_on IS NULL) OR (p.annulled_on > subject_on.as_of)))
           GROUP BY p.subject_id
         ), accident AS (
          SELECT a.subject_id,
             count(*) AS accident_count,
             sum(a.death_count) AS death_count
            FROM records.accident_as_known(subject_on.known_at) a(subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count, serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((a.occurred_on <= subject_on.as_of) AND (NOT a.is_withdrawn))
           GROUP BY a.subject_id
         ), certification AS (
          SELECT c.subject_id,
             min(c.level) AS level
            FROM records.certification_as_known(subject_on.known_at) c(subject_id, record_id, version_no, certificate_number, level, issuer, valid_from, valid_to, revoked_on, is_withdrawn, officer_code, act_id, known_at)
           WHERE ((c.valid_from <= subject_on.as_of) AND (c.valid_to >= subject_on.as_of) AND (NOT c.is_withdrawn) AND ((c.revoked_on IS NULL) OR (c.revoked_on > subject_on.as_of)))
           GROUP BY c.subject_id
         ), listed AS (
          SELECT m.subject_id,
             max((upper(m.during) - 1)) FILTER (WHERE (m.list_code = 'penalised'::text)) AS penalised_last_day,
             max((upper(m.during) - 1)) FILTER (WHERE (m.list_code = 'serious'::text)) AS serious_last_day
            FROM lists.membership_in_force(subject_on.as_of, subject_on.known_at, subject_on.as_of) m(subject_id, membership_id, version_no, list_code, clause_code, decision_number, agency_code, listed_on, published_on, period_months, period_basis, unit_id, founding_record_id, case_id, restores_membership_id, ended_on, end_reason, end_decision_number, expired_on, during, act_id, known_at, capped_on, last_day)
           GROUP BY m.subject_id
         )
  SELECT subject_on.as_of AS as_of,
     s.subject_id,
     code.value,
     s.name,
     s.kind,
     s.reporting_unit_code,
     unit.name,
     s.industry_code,
     s.registered_on,
     g.grade,
     g.clause_codes,
     g.evidence_ids,
     listed.penalised_last_day,
     listed.serious_last_day,
     COALESCE(penalty.penalty_count, (0)::bigint) AS "coalesce",
     COALESCE(penalty.fine_yuan, (0)::numeric) AS "coalesce",
     COALESCE(accident.accident_count, (0)::bigint) AS "coalesce",
     COALESCE(accident.death_count, (0)::bigint) AS "coalesce",
     certification.level,
     (EXISTS ( SELECT
            FROM cases.objection_pending(subject_on.as_of, subject_on.known_at) o(subject_id, record_id, case_id, filed_on)
           WHERE (o.subject_id = s.subject_id))) AS "exists",
     ( SELECT law.policy_stamp(subject_on.as_of) AS policy_stamp) AS policy_stamp
    FROM (((((((lists.subject_grade(subject_on.as_of, subject_on.known_at) g(subject_id, grade, clause_codes, evidence_ids)
      JOIN register.subject_as_known(subject_on.known_at) s(subject_id, version_no, kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope, registered_address, legal_representative, registered_on, deregistered_on, act_id, known_at) ON ((s.subject_id = g.subject_id)))
      JOIN ops.reporting_unit unit ON ((unit.reporting_unit_code = s.reporting_unit_code)))
      LEFT JOIN register.subject_identifier code ON (((code.subject_id = s.subject_id) AND (code.scheme = 'credit_code'::text))))
      LEFT JOIN penalty ON ((penalty.subject_id = s.subject_id)))
      LEFT JOIN accident ON ((accident.subject_id = s.subject_id)))
      LEFT JOIN certification ON ((certification.subject_id = s.subject_id)))
      LEFT JOIN listed ON ((listed.subject_id = s.subject_id)))
   WHERE (unit.agency_code = ANY (( SELECT ops.agencies_in_reach() AS agencies_in_reach)::text[]));
END;


--
-- Name: FUNCTION subject_on(as_of date, known_at timestamp with time zone); Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON FUNCTION reports.subject_on(as_of date, known_at timestamp with time zone) IS '每个单位在某日的一行宽表：等级、依据条款、名单截止日、处罚、事故、标准化等级。
Shape: one row per unit that exists on the day. as_of_date 统计日；subject_id 主体编号；credit_code 统一社会信用代码；subject_name 名称；kind 类别；reporting_unit_code、reporting_unit_name 报送单位；industry_code 行业；registered_on 注册日期；grade 等级；clause_codes 依据条款；evidence_ids 依据记录；penalised_last_day C级截止日；serious_last_day D级截止日（未公示为空）；penalty_count 处罚次数；fine_yuan 罚款合计（元）；accident_count 事故起数；death_count 死亡人数；certification_level 标准化等级；is_objection_pending 异议处理中；policy_stamp 口径版本。
known_at: 以当时所知为准，缺省为现在所知。';


--
-- Name: grade_frequency(date); Type: FUNCTION; Schema: supervision; Owner: -
--

CREATE FUNCTION supervision.grade_frequency(as_of date) RETURNS TABLE(grade law.grade, inspections_per_year integer, source text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT DISTINCT ON (g.grade) g.grade,
     p.value,
     p.article
    FROM (unnest(enum_range(NULL::law.grade)) g(grade)
      JOIN law.parameter p ON (((p.parameter_code = ('inspections-per-year-'::text || lower((g.grade)::text))) AND (p.valid_from <= grade_frequency.as_of))))
   ORDER BY g.grade, p.valid_from DESC;
END;


--
-- Name: FUNCTION grade_frequency(as_of date); Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON FUNCTION supervision.grade_frequency(as_of date) IS 'The inspections a year that a grade asks for on a day.
Shape: one row per grade for which a number is in force; the plan gives one for B alone. Units: inspections a year. Source: plan V(2), RD-42.';


--
-- Name: plan_duty(integer, date); Type: FUNCTION; Schema: supervision; Owner: -
--

CREATE FUNCTION supervision.plan_duty(plan_year integer, as_of date) RETURNS TABLE(subject_id bigint, evidence_ids bigint[])
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH policy AS MATERIALIZED (
          SELECT (law.policy_option('RD-18'::text, plan_duty.as_of) = 'b'::text) AS counts_accident_alone
         )
  SELECT a.subject_id,
     (array_agg(DISTINCT a.record_id) || array_agg(DISTINCT p.record_id))
    FROM (((policy
      CROSS JOIN records.accident_as_known('infinity'::timestamp with time zone) a(subject_id, record_id, version_no, accident_number, occurred_on, severity, death_count, serious_injury_count, direct_loss_fen, responsibility, report_approved_on, report_number, reporting_fault, is_withdrawn, officer_code, act_id, known_at))
      JOIN records.penalty_as_known('infinity'::timestamp with time zone) p(subject_id, record_id, version_no, decision_number, decided_on, served_on, agency_name, agency_code, is_safety, is_simplified, is_article_114_2, kinds, illegal_act, facts, basis, content, fine_fen, confiscated_fen, licence_named, accident_number, annulled_on, is_withdrawn, officer_code, act_id, known_at) ON (((p.subject_id = a.subject_id) AND (p.accident_number = a.accident_number))))
      JOIN ops.agency agency ON (((agency.agency_code = p.agency_code) AND agency.is_emergency_department)))
   WHERE ((NOT a.is_withdrawn) AND ((a.responsibility <> 'not_responsible'::text) OR (a.report_approved_on IS NULL) OR (a.report_approved_on > plan_duty.as_of)) AND (a.occurred_on <= plan_duty.as_of) AND p.is_safety AND (p.decided_on <= plan_duty.as_of) AND (NOT p.is_withdrawn) AND ((p.annulled_on IS NULL) OR (p.annulled_on > plan_duty.as_of)) AND (((plan_duty.plan_year - 1))::numeric = EXTRACT(year FROM
         CASE
             WHEN policy.counts_accident_alone THEN a.occurred_on
             ELSE GREATEST(a.occurred_on, p.decided_on)
         END)))
   GROUP BY a.subject_id;
END;


--
-- Name: FUNCTION plan_duty(plan_year integer, as_of date); Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON FUNCTION supervision.plan_duty(plan_year integer, as_of date) IS 'Units that must stand in the plan of a year: they had an accident and were punished for it, as known on the day.
Shape: one row per unit with the accidents, then the penalties. The year is the one after the later of accident and penalty, by option b of RD-18 the one after the accident. A penalty punishes the accident whose number it bears.
Source: plan V(3), RD-18, RD-21, RD-46.';


--
-- Name: override; Type: TABLE; Schema: supervision; Owner: -
--

CREATE TABLE supervision.override (
    industry_code text NOT NULL,
    grade law.grade NOT NULL,
    valid_from date NOT NULL,
    inspections_per_year smallint NOT NULL,
    text_zh text NOT NULL,
    source text NOT NULL,
    CONSTRAINT override_asks_for_inspections CHECK ((inspections_per_year >= 0))
);


--
-- Name: TABLE override; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON TABLE supervision.override IS 'One row is a stricter measure for a high-risk industry; it changes measures and frequency, never the grade (RD-42).';


--
-- Name: COLUMN override.industry_code; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.override.industry_code IS 'prefix of GB/T 4754-2017 codes';


--
-- Name: COLUMN override.grade; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.override.grade IS 'grade it applies to';


--
-- Name: COLUMN override.valid_from; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.override.valid_from IS 'first day on which it applies';


--
-- Name: COLUMN override.inspections_per_year; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.override.inspections_per_year IS 'inspections a year, at least';


--
-- Name: COLUMN override.text_zh; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.override.text_zh IS 'words of the measure';


--
-- Name: COLUMN override.source; Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON COLUMN supervision.override.source IS 'rule it stands in';


--
-- Name: subject_measure(date); Type: FUNCTION; Schema: supervision; Owner: -
--

CREATE FUNCTION supervision.subject_measure(as_of date) RETURNS TABLE(subject_id bigint, grade law.grade, measures text[], sources text[], inspections_per_year integer, frequency_source text, is_set_by_industry boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH rule AS MATERIALIZED (
          SELECT (law.policy_option('RD-42'::text, subject_measure.as_of) = 'b'::text) AS industry_prevails
         ), applies AS MATERIALIZED (
          SELECT g_1.grade,
             g_1.grade AS measures_of
            FROM unnest(enum_range(NULL::law.grade)) g_1(grade)
         UNION ALL
          VALUES ('D'::law.grade,'C'::law.grade)
         ), valid AS (
          SELECT DISTINCT ON (m.grade, m.measure_no) m.grade,
             m.measure_no,
             m.text_zh,
             m.source
            FROM supervision.measure m
           WHERE (m.valid_from <= subject_measure.as_of)
           ORDER BY m.grade, m.measure_no, m.valid_from DESC
         ), ordinary AS MATERIALIZED (
          SELECT a.grade,
             array_agg(v.text_zh ORDER BY v.grade, v.measure_no) AS measures,
             array_agg(v.source ORDER BY v.grade, v.measure_no) AS sources
            FROM (applies a
              JOIN valid v ON ((v.grade = a.measures_of)))
           GROUP BY a.grade
         ), base AS MATERIALIZED (
          SELECT DISTINCT ON (a.grade) a.grade,
             f.inspections_per_year,
             f.source
            FROM (applies a
              JOIN supervision.grade_frequency(subject_measure.as_of) f(grade, inspections_per_year, source) ON ((f.grade = a.measures_of)))
           ORDER BY a.grade, f.inspections_per_year DESC, a.measures_of DESC
         ), override AS MATERIALIZED (
          SELECT DISTINCT ON (o.industry_code, o.grade) o.industry_code,
             o.grade,
             o.inspections_per_year,
             o.text_zh,
             o.source
            FROM supervision.override o
           WHERE (o.valid_from <= subject_measure.as_of)
           ORDER BY o.industry_code, o.grade, o.valid_from DESC
         ), industry AS MATERIALIZED (
          SELECT DISTINCT ON (code.industry_code, a.grade, a.measures_of) code.industry_code,
             a.grade,
             a.measures_of,
             o.inspections_per_year,
             o.text_zh,
             o.source
            FROM ((( SELECT DISTINCT s_1.industry_code
                    FROM register.subject s_1
                   WHERE (s_1.industry_code IS NOT NULL)) code
              JOIN override o ON (starts_with(code.industry_code, o.industry_code)))
              JOIN applies a ON ((a.measures_of = o.grade)))
           ORDER BY code.industry_code, a.grade, a.measures_of, (length(o.industry_code)) DESC
         ), stricter AS MATERIALIZED (
          SELECT i.industry_code,
             i.grade,
             array_agg(i.text_zh ORDER BY i.measures_of) AS measures,
             array_agg(i.source ORDER BY i.measures_of) AS sources,
             max(i.inspections_per_year) AS inspections_per_year,
             (array_agg(i.source ORDER BY i.inspections_per_year DESC, i.measures_of DESC))[1] AS frequency_source
            FROM industry i
           GROUP BY i.industry_code, i.grade
         )
  SELECT g.subject_id,
     g.grade,
     (COALESCE(ordinary.measures, '{}'::text[]) || COALESCE(stricter.measures, '{}'::text[])),
     (COALESCE(ordinary.sources, '{}'::text[]) || COALESCE(stricter.sources, '{}'::text[])),
         CASE
             WHEN frequency.is_set_by_industry THEN (stricter.inspections_per_year)::integer
             ELSE base.inspections_per_year
         END AS inspections_per_year,
         CASE
             WHEN frequency.is_set_by_industry THEN stricter.frequency_source
             ELSE base.source
         END AS source,
     frequency.is_set_by_industry
    FROM ((((((lists.subject_grade(subject_measure.as_of) g(subject_id, grade, clause_codes, evidence_ids)
      CROSS JOIN rule)
      JOIN register.subject s ON ((s.subject_id = g.subject_id)))
      LEFT JOIN ordinary ON ((ordinary.grade = g.grade)))
      LEFT JOIN base ON ((base.grade = g.grade)))
      LEFT JOIN stricter ON (((stricter.industry_code = s.industry_code) AND (stricter.grade = g.grade))))
      CROSS JOIN LATERAL ( SELECT ((stricter.inspections_per_year IS NOT NULL) AND (rule.industry_prevails OR (stricter.inspections_per_year > COALESCE(base.inspections_per_year, '-1'::integer)))) AS "?column?") frequency(is_set_by_industry));
END;


--
-- Name: FUNCTION subject_measure(as_of date); Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON FUNCTION supervision.subject_measure(as_of date) IS 'What supervision a unit gets on a day: the measures of its grade, those of its high-risk industry, and how often it is inspected.
Shape: one row per graded unit; measures and sources go together; inspections_per_year is null where neither the plan nor a rule of the industry gives a number, frequency_source is where it stands, and is_set_by_industry whether in a rule of the industry.
Of the rules of an industry the one with the longest matching prefix applies; the stricter of it and the grade''s own number wins, and the grade stays what it is (RD-42); by option b of RD-42 the industry''s number wins even where it is milder. D gets the measures of C as well.
Source: plan V(1)-(4), (6).';


--
-- Name: plan_candidate(integer, text, date); Type: FUNCTION; Schema: supervision; Owner: -
--

CREATE FUNCTION supervision.plan_candidate(plan_year integer, agency_code text, as_of date) RETURNS TABLE(subject_id bigint, credit_code text, grade law.grade, reason_code text, inspections_per_year integer, evidence_ids bigint[])
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 WITH RECURSIVE inspecting AS (
          SELECT a.agency_code
            FROM ops.agency a
           WHERE (a.agency_code = plan_candidate.agency_code)
         UNION ALL
          SELECT a.agency_code
            FROM (inspecting i_1
              JOIN ops.agency a ON ((a.parent_code = i_1.agency_code)))
           WHERE (NOT (EXISTS ( SELECT
                    FROM supervision.plan p
                   WHERE ((p.plan_year = plan_candidate.plan_year) AND (p.agency_code = a.agency_code)))))
         )
  SELECT m.subject_id,
     code.value,
     m.grade,
         CASE
             WHEN (duty.subject_id IS NOT NULL) THEN 'must'::text
             WHEN (m.grade = ANY (ARRAY['C'::law.grade, 'D'::law.grade])) THEN 'key'::text
             WHEN (m.is_set_by_industry AND (m.inspections_per_year > 0)) THEN 'industry'::text
             ELSE NULL::text
         END AS "case",
     GREATEST(m.inspections_per_year, 1) AS "greatest",
     COALESCE(duty.evidence_ids, '{}'::bigint[]) AS "coalesce"
    FROM (((((supervision.subject_measure(plan_candidate.as_of) m(subject_id, grade, measures, sources, inspections_per_year, frequency_source, is_set_by_industry)
      JOIN register.subject s ON ((s.subject_id = m.subject_id)))
      JOIN ops.reporting_unit u ON ((u.reporting_unit_code = s.reporting_unit_code)))
      JOIN inspecting i ON ((i.agency_code = u.agency_code)))
      LEFT JOIN register.subject_identifier code ON (((code.subject_id = m.subject_id) AND (code.scheme = 'credit_code'::text))))
      LEFT JOIN supervision.plan_duty(plan_candidate.plan_year, plan_candidate.as_of) duty(subject_id, evidence_ids) ON ((duty.subject_id = m.subject_id)))
   WHERE (NOT (EXISTS ( SELECT
            FROM supervision.plan_line l
           WHERE ((l.subject_id = m.subject_id) AND (l.plan_year = plan_candidate.plan_year)))));
END;


--
-- Name: FUNCTION plan_candidate(plan_year integer, agency_code text, as_of date); Type: COMMENT; Schema: supervision; Owner: -
--

COMMENT ON FUNCTION supervision.plan_candidate(plan_year integer, agency_code text, as_of date) IS 'The units that an agency plans inspections for, with why each stands in the plan of the year.
Shape: one row per graded unit of the agency and of the agencies below it that have drawn no plan of their own, less those that stand in a plan of the year already; reason_code is must (RD-18), key (all other C and D), industry (A and B of an industry with a number of its own, RD-42), or null: left to the random draw. evidence_ids are the accidents and penalties behind must.
Source: plan V(1)-(4), (6), VI(3); RD-18, RD-42.';


--
-- Name: document_number; Type: TABLE; Schema: cases; Owner: -
--

CREATE TABLE cases.document_number (
    agency_code text NOT NULL,
    numbered_year integer NOT NULL,
    kind text NOT NULL,
    serial_no integer NOT NULL,
    subject_id bigint NOT NULL,
    act_id bigint NOT NULL,
    is_typed boolean DEFAULT false NOT NULL,
    CONSTRAINT document_numbers_start_at_one CHECK ((serial_no > 0))
);


--
-- Name: TABLE document_number; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON TABLE cases.document_number IS 'One row is one document number given out: without gaps per agency, year and kind, never reused.';


--
-- Name: COLUMN document_number.agency_code; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.document_number.agency_code IS 'agency';


--
-- Name: COLUMN document_number.numbered_year; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.document_number.numbered_year IS 'year in brackets';


--
-- Name: COLUMN document_number.kind; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.document_number.kind IS 'word before the year, such as 失信';


--
-- Name: COLUMN document_number.serial_no; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.document_number.serial_no IS 'number';


--
-- Name: COLUMN document_number.subject_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.document_number.subject_id IS 'subject of the document';


--
-- Name: COLUMN document_number.act_id; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.document_number.act_id IS 'act that took it';


--
-- Name: COLUMN document_number.is_typed; Type: COMMENT; Schema: cases; Owner: -
--

COMMENT ON COLUMN cases.document_number.is_typed IS 'whether an officer typed it, as from an older paper document; false: the register gave it out';


--
-- Name: act_key; Type: TABLE; Schema: intake; Owner: -
--

CREATE TABLE intake.act_key (
    key text NOT NULL,
    subject_id bigint NOT NULL,
    act_id bigint NOT NULL,
    request_sha256 bytea NOT NULL
);


--
-- Name: TABLE act_key; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON TABLE intake.act_key IS 'One row is one key whose act was performed: the claim that makes acts idempotent.';


--
-- Name: COLUMN act_key.key; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act_key.key IS 'key of the act';


--
-- Name: COLUMN act_key.subject_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act_key.subject_id IS 'subject of the act';


--
-- Name: COLUMN act_key.act_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act_key.act_id IS 'the act';


--
-- Name: COLUMN act_key.request_sha256; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.act_key.request_sha256 IS 'keyed digest of what was submitted: the same key with other content is refused';


--
-- Name: document; Type: TABLE; Schema: intake; Owner: -
--

CREATE TABLE intake.document (
    subject_id bigint NOT NULL,
    document_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    title text NOT NULL,
    document_number text,
    media_type text NOT NULL,
    sha256 bytea NOT NULL,
    byte_count bigint NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE document; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON TABLE intake.document IS 'One row is one document that backs a record or a decision.';


--
-- Name: COLUMN document.subject_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.subject_id IS 'subject it concerns; 0 when several';


--
-- Name: COLUMN document.document_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.document_id IS 'id of the document';


--
-- Name: COLUMN document.title; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.title IS 'title';


--
-- Name: COLUMN document.document_number; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.document_number IS 'number on its head; null when it has none';


--
-- Name: COLUMN document.media_type; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.media_type IS 'media type of the stored file';


--
-- Name: COLUMN document.sha256; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.sha256 IS 'digest of its bytes';


--
-- Name: COLUMN document.byte_count; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.byte_count IS 'size in bytes';


--
-- Name: COLUMN document.act_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.act_id IS 'act that brought it';


--
-- Name: COLUMN document.known_at; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.document.known_at IS 'time from which the register knows it';


--
-- Name: file; Type: TABLE; Schema: intake; Owner: -
--

CREATE TABLE intake.file (
    file_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    row_count integer NOT NULL,
    accepted_count integer NOT NULL,
    rejected_count integer NOT NULL,
    officer_code text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT file_kind_is_known CHECK ((kind = ANY (ARRAY['subjects'::text, 'penalties'::text, 'accidents'::text, 'certifications'::text, 'honours'::text]))),
    CONSTRAINT file_rows_add_up CHECK (((accepted_count + rejected_count) = row_count))
);


--
-- Name: TABLE file; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON TABLE intake.file IS 'One row is one file that was imported.';


--
-- Name: COLUMN file.file_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.file_id IS 'id of the file';


--
-- Name: COLUMN file.kind; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.kind IS 'what its rows are';


--
-- Name: COLUMN file.name; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.name IS 'file name as given';


--
-- Name: COLUMN file.sha256; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.sha256 IS 'digest of its bytes';


--
-- Name: COLUMN file.row_count; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.row_count IS 'rows read';


--
-- Name: COLUMN file.accepted_count; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.accepted_count IS 'rows taken';


--
-- Name: COLUMN file.rejected_count; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.rejected_count IS 'rows returned';


--
-- Name: COLUMN file.officer_code; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.officer_code IS 'officer who handed it in';


--
-- Name: COLUMN file.received_at; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.file.received_at IS 'when';


--
-- Name: reject; Type: TABLE; Schema: intake; Owner: -
--

CREATE TABLE intake.reject (
    file_id bigint NOT NULL,
    row_no integer NOT NULL,
    column_title text NOT NULL,
    rule_code text NOT NULL
);


--
-- Name: TABLE reject; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON TABLE intake.reject IS 'One row is one reason for which one row of a file was returned; holds no value of the row.';


--
-- Name: COLUMN reject.file_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.reject.file_id IS 'the file';


--
-- Name: COLUMN reject.row_no; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.reject.row_no IS 'row number as a spreadsheet shows it';


--
-- Name: COLUMN reject.column_title; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.reject.column_title IS 'column at fault; empty when the row as a whole is';


--
-- Name: COLUMN reject.rule_code; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.reject.rule_code IS 'rule that was broken';


--
-- Name: seal; Type: TABLE; Schema: intake; Owner: -
--

CREATE TABLE intake.seal (
    seal_no bigint NOT NULL,
    system_identifier text NOT NULL,
    timeline_id integer NOT NULL,
    first_xid xid8 NOT NULL,
    last_xid xid8 NOT NULL,
    act_count bigint NOT NULL,
    previous_sha256 bytea NOT NULL,
    sha256 bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT seal_has_acts CHECK ((act_count > 0))
);


--
-- Name: TABLE seal; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON TABLE intake.seal IS 'One row seals the acts of a span of transactions and chains to the seal before it.';


--
-- Name: COLUMN seal.seal_no; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.seal_no IS 'number of the seal, without gaps';


--
-- Name: COLUMN seal.system_identifier; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.system_identifier IS 'cluster in which the transaction numbers count';


--
-- Name: COLUMN seal.timeline_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.timeline_id IS 'timeline of that cluster';


--
-- Name: COLUMN seal.first_xid; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.first_xid IS 'first transaction sealed';


--
-- Name: COLUMN seal.last_xid; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.last_xid IS 'last transaction sealed';


--
-- Name: COLUMN seal.act_count; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.act_count IS 'acts sealed';


--
-- Name: COLUMN seal.previous_sha256; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.previous_sha256 IS 'digest of the seal before; 32 zero bytes for the first';


--
-- Name: COLUMN seal.sha256; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.sha256 IS 'digest over the previous digest, the acts in order of transaction and id, and the other columns of the seal';


--
-- Name: COLUMN seal.sealed_at; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.seal.sealed_at IS 'when';


--
-- Name: vouched_code; Type: TABLE; Schema: intake; Owner: -
--

CREATE TABLE intake.vouched_code (
    code text NOT NULL,
    document_number text NOT NULL,
    officer_code text NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT vouched_code_has_a_document CHECK ((document_number ~ '\S'::text)),
    CONSTRAINT vouched_code_is_written_as_one CHECK ((code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$'::text))
);


--
-- Name: TABLE vouched_code; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON TABLE intake.vouched_code IS 'One row is one unified social credit code that is taken although a check character fails, and the document that says so (RD-43); append-only.';


--
-- Name: COLUMN vouched_code.code; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.vouched_code.code IS 'the code, normalised';


--
-- Name: COLUMN vouched_code.document_number; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.vouched_code.document_number IS 'number of the document, such as the registration authority''s letter';


--
-- Name: COLUMN vouched_code.officer_code; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.vouched_code.officer_code IS 'officer who compared them';


--
-- Name: COLUMN vouched_code.act_id; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.vouched_code.act_id IS 'act that recorded it';


--
-- Name: COLUMN vouched_code.known_at; Type: COMMENT; Schema: intake; Owner: -
--

COMMENT ON COLUMN intake.vouched_code.known_at IS 'time from which it is known';


--
-- Name: parameter_name; Type: TABLE; Schema: law; Owner: -
--

CREATE TABLE law.parameter_name (
    parameter_code text NOT NULL,
    name_zh text NOT NULL,
    at_least integer DEFAULT 0 NOT NULL,
    at_most integer,
    CONSTRAINT bounds_of_a_number_leave_room CHECK (((at_least >= 0) AND (at_least <= at_most)))
);


--
-- Name: TABLE parameter_name; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON TABLE law.parameter_name IS 'One row is one number of the law: what it is called, and which values may be adopted for it.';


--
-- Name: COLUMN parameter_name.parameter_code; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter_name.parameter_code IS 'as law.parameter.parameter_code';


--
-- Name: COLUMN parameter_name.name_zh; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter_name.name_zh IS 'what the number says, in Chinese';


--
-- Name: COLUMN parameter_name.at_least; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter_name.at_least IS 'smallest value that may be adopted, in law.parameter.unit';


--
-- Name: COLUMN parameter_name.at_most; Type: COMMENT; Schema: law; Owner: -
--

COMMENT ON COLUMN law.parameter_name.at_most IS 'largest value that may be adopted; null where nothing bounds it';


--
-- Name: form; Type: TABLE; Schema: lists; Owner: -
--

CREATE TABLE lists.form (
    form_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    form_year integer NOT NULL,
    reporting_unit_code text,
    edition_no integer NOT NULL,
    as_of date NOT NULL,
    filled_by text NOT NULL,
    filled_on date NOT NULL,
    line_count integer NOT NULL,
    sha256 bytea NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE form; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON TABLE lists.form IS 'One row is one frozen edition of the yearly statistics form of one reporting unit or of the city (RD-27).';


--
-- Name: COLUMN form.form_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.form_id IS 'id';


--
-- Name: COLUMN form.form_year; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.form_year IS 'year the form reports on';


--
-- Name: COLUMN form.reporting_unit_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.reporting_unit_code IS 'unit; null for the city';


--
-- Name: COLUMN form.edition_no; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.edition_no IS '1 as first handed in; later editions mark corrected lines';


--
-- Name: COLUMN form.as_of; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.as_of IS '1 January after the year (RD-06)';


--
-- Name: COLUMN form.filled_by; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.filled_by IS '统计人员';


--
-- Name: COLUMN form.filled_on; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.filled_on IS '时间';


--
-- Name: COLUMN form.line_count; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.line_count IS 'lines';


--
-- Name: COLUMN form.sha256; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.sha256 IS 'digest of the lines';


--
-- Name: COLUMN form.act_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.act_id IS 'act that froze it';


--
-- Name: COLUMN form.known_at; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form.known_at IS 'time as of which it was filled';


--
-- Name: form_line; Type: TABLE; Schema: lists; Owner: -
--

CREATE TABLE lists.form_line (
    form_id bigint NOT NULL,
    line_no integer NOT NULL,
    subject_id bigint NOT NULL,
    credit_code text NOT NULL,
    subject_name text NOT NULL,
    grade law.grade NOT NULL,
    remark text NOT NULL,
    is_corrected boolean NOT NULL
);


--
-- Name: TABLE form_line; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON TABLE lists.form_line IS 'One row is one line of a frozen form.';


--
-- Name: COLUMN form_line.form_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.form_id IS 'the form';


--
-- Name: COLUMN form_line.line_no; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.line_no IS '序号';


--
-- Name: COLUMN form_line.subject_id; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.subject_id IS 'the unit';


--
-- Name: COLUMN form_line.credit_code; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.credit_code IS '统一社会信用代码';


--
-- Name: COLUMN form_line.subject_name; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.subject_name IS '生产经营单位名称';


--
-- Name: COLUMN form_line.grade; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.grade IS '安全生产信用等级';


--
-- Name: COLUMN form_line.remark; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.remark IS '备注';


--
-- Name: COLUMN form_line.is_corrected; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON COLUMN lists.form_line.is_corrected IS 'whether the line differs from the edition before';


--
-- Name: applied_migration; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.applied_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    applied_by text DEFAULT SESSION_USER NOT NULL,
    CONSTRAINT applied_migration_number_is_positive CHECK ((number > 0)),
    CONSTRAINT applied_migration_sha256_is_hexadecimal CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);


--
-- Name: TABLE applied_migration; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.applied_migration IS 'Numbered files of sql/migrations that this database has. One row per file, never changed: an edited file is refused.';


--
-- Name: COLUMN applied_migration.number; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_migration.number IS 'The four digits that begin the file''s name.';


--
-- Name: COLUMN applied_migration.name; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_migration.name IS 'The file''s name after the number, without .sql.';


--
-- Name: COLUMN applied_migration.sha256; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_migration.sha256 IS 'SHA-256 of the file as it was applied.';


--
-- Name: COLUMN applied_migration.applied_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_migration.applied_at IS 'When it was applied.';


--
-- Name: COLUMN applied_migration.applied_by; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_migration.applied_by IS 'The login that applied it.';


--
-- Name: applied_object; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.applied_object (
    path text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT applied_object_sha256_is_hexadecimal CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);


--
-- Name: TABLE applied_object; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.applied_object IS 'Repeatable files of sql/functions, sql/views and sql/data as last applied. One row per file; another hash in the program makes them run again.';


--
-- Name: COLUMN applied_object.path; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_object.path IS 'The file''s path below sql/.';


--
-- Name: COLUMN applied_object.sha256; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_object.sha256 IS 'SHA-256 of the file as last applied.';


--
-- Name: COLUMN applied_object.applied_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.applied_object.applied_at IS 'When it was last applied.';


--
-- Name: identity_key; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.identity_key (
    is_only boolean DEFAULT true NOT NULL,
    key_id text NOT NULL,
    CONSTRAINT identity_key_is_the_only_one CHECK (is_only)
);


--
-- Name: TABLE identity_key; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.identity_key IS 'The one row is the key of resident numbers, noted by the first act of the register; no row before it. The key itself is never in the database.';


--
-- Name: COLUMN identity_key.is_only; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.identity_key.is_only IS 'always true: there is one key';


--
-- Name: COLUMN identity_key.key_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.identity_key.key_id IS 'the first 8 hexadecimal digits of the SHA-256 of the key';


--
-- Name: job_run; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.job_run (
    job_run_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    job text NOT NULL,
    as_of date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    changed_count integer NOT NULL,
    summary jsonb NOT NULL
);


--
-- Name: TABLE job_run; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.job_run IS 'One row is one finished run of a job; a failed run leaves none.';


--
-- Name: COLUMN job_run.job_run_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.job_run.job_run_id IS 'run id, printed by the command';


--
-- Name: COLUMN job_run.job; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.job_run.job IS 'kebab-case name of the job';


--
-- Name: COLUMN job_run.as_of; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.job_run.as_of IS 'business day the run was made for';


--
-- Name: COLUMN job_run.started_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.job_run.started_at IS 'when it began';


--
-- Name: COLUMN job_run.finished_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.job_run.finished_at IS 'when it ended';


--
-- Name: COLUMN job_run.changed_count; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.job_run.changed_count IS 'how many things the run changed';


--
-- Name: COLUMN job_run.summary; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.job_run.summary IS 'counts by kind';


--
-- Name: officer_role; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.officer_role (
    officer_code text NOT NULL,
    role_code text NOT NULL,
    CONSTRAINT officer_role_is_known CHECK ((role_code = ANY (ARRAY['recorder'::text, 'handler'::text, 'decider'::text, 'publisher'::text, 'operator'::text]))),
    CONSTRAINT seeded_actors_neither_handle_nor_decide CHECK (((officer_code <> ALL (ARRAY['system'::text, 'operator'::text])) OR (role_code <> ALL (ARRAY['handler'::text, 'decider'::text]))))
);


--
-- Name: TABLE officer_role; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.officer_role IS 'One row is one thing an officer may do.';


--
-- Name: COLUMN officer_role.officer_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_role.officer_code IS 'the officer';


--
-- Name: COLUMN officer_role.role_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_role.role_code IS 'recorder records facts, handler runs a case, decider decides, publisher runs publication, operator runs jobs and appoints officers';


--
-- Name: officer_role_end; Type: TABLE; Schema: ops; Owner: -
--

CREATE TABLE ops.officer_role_end (
    officer_code text NOT NULL,
    role_code text NOT NULL,
    ended_on date NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE officer_role_end; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON TABLE ops.officer_role_end IS 'One row ends one thing an officer may do; append-only, the role is not given again.';


--
-- Name: COLUMN officer_role_end.officer_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_role_end.officer_code IS 'the officer';


--
-- Name: COLUMN officer_role_end.role_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_role_end.role_code IS 'the role';


--
-- Name: COLUMN officer_role_end.ended_on; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_role_end.ended_on IS 'legal date of the act that ended it; from then on nothing is signed in it, whatever day an act bears';


--
-- Name: COLUMN officer_role_end.act_id; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_role_end.act_id IS 'act that ended it';


--
-- Name: COLUMN officer_role_end.known_at; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.officer_role_end.known_at IS 'time from which it is known';


--
-- Name: role_in_force; Type: VIEW; Schema: ops; Owner: -
--

CREATE VIEW ops.role_in_force WITH (security_invoker='true') AS
 SELECT r.officer_code,
    r.role_code
   FROM (ops.officer_role r
     JOIN ops.officer o ON (((o.officer_code = r.officer_code) AND o.is_active)))
  WHERE (NOT (EXISTS ( SELECT
           FROM ops.officer_role_end e
          WHERE ((e.officer_code = r.officer_code) AND (e.role_code = r.role_code)))));


--
-- Name: VIEW role_in_force; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON VIEW ops.role_in_force IS 'One row is one thing an officer may do now: neither the appointment nor the role has ended.';


--
-- Name: COLUMN role_in_force.officer_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.role_in_force.officer_code IS 'the officer';


--
-- Name: COLUMN role_in_force.role_code; Type: COMMENT; Schema: ops; Owner: -
--

COMMENT ON COLUMN ops.role_in_force.role_code IS 'as ops.officer_role.role_code';


--
-- Name: read_back; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.read_back (
    read_back_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    channel_code text NOT NULL,
    as_of date NOT NULL,
    shown_count integer NOT NULL,
    surplus_count integer NOT NULL,
    missing_count integer NOT NULL,
    read_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE read_back; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.read_back IS 'One row is one reading back of a whole channel; append-only.';


--
-- Name: COLUMN read_back.read_back_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.read_back.read_back_id IS 'id';


--
-- Name: COLUMN read_back.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.read_back.channel_code IS 'the channel';


--
-- Name: COLUMN read_back.as_of; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.read_back.as_of IS 'business day it was compared with';


--
-- Name: COLUMN read_back.shown_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.read_back.shown_count IS 'entries found on the channel';


--
-- Name: COLUMN read_back.surplus_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.read_back.surplus_count IS 'shown but should not be';


--
-- Name: COLUMN read_back.missing_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.read_back.missing_count IS 'should be shown but is not, or shows other content';


--
-- Name: COLUMN read_back.read_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.read_back.read_at IS 'when';


--
-- Name: receipt; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.receipt (
    receipt_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    channel_code text NOT NULL,
    file_name text NOT NULL,
    delivery_key text NOT NULL,
    is_believed boolean NOT NULL,
    refusal_code text,
    detail jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_on date NOT NULL,
    CONSTRAINT disbelieved_receipt_has_a_reason CHECK ((is_believed = (refusal_code IS NULL)))
);


--
-- Name: TABLE receipt; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.receipt IS 'One row is one receipt that came back, believed or refused; append-only.';


--
-- Name: COLUMN receipt.receipt_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.receipt_id IS 'id';


--
-- Name: COLUMN receipt.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.channel_code IS 'the channel';


--
-- Name: COLUMN receipt.file_name; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.file_name IS 'file it stood in';


--
-- Name: COLUMN receipt.delivery_key; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.delivery_key IS 'idempotency key it names';


--
-- Name: COLUMN receipt.is_believed; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.is_believed IS 'whether it agrees with what was sent';


--
-- Name: COLUMN receipt.refusal_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.refusal_code IS 'why it was refused; null when believed';


--
-- Name: COLUMN receipt.detail; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.detail IS 'what it said';


--
-- Name: COLUMN receipt.received_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.received_at IS 'when';


--
-- Name: COLUMN receipt.received_on; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.receipt.received_on IS 'business day on which it was read';


--
-- Name: replay; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.replay (
    replay_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    journal_id uuid NOT NULL,
    system_identifier text NOT NULL,
    timeline_id integer NOT NULL,
    mark bigint NOT NULL,
    unknown_count integer NOT NULL,
    stray_count integer NOT NULL,
    replayed_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE replay; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.replay IS 'One row is one replay of a journal after a restore; append-only. An officer signs the latest (act accept-restore).';


--
-- Name: COLUMN replay.replay_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.replay_id IS 'id';


--
-- Name: COLUMN replay.journal_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.journal_id IS 'the journal';


--
-- Name: COLUMN replay.system_identifier; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.system_identifier IS 'cluster in which it was replayed';


--
-- Name: COLUMN replay.timeline_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.timeline_id IS 'its timeline';


--
-- Name: COLUMN replay.mark; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.mark IS 'bytes replayed';


--
-- Name: COLUMN replay.unknown_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.unknown_count IS 'entries of which the journal knew a newer version';


--
-- Name: COLUMN replay.stray_count; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.stray_count IS 'entries of memberships that this database does not hold';


--
-- Name: COLUMN replay.replayed_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.replay.replayed_at IS 'when';


--
-- Name: send_journal; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.send_journal (
    journal_id uuid NOT NULL,
    system_identifier text NOT NULL,
    timeline_id integer NOT NULL,
    mark bigint NOT NULL,
    replay_id bigint,
    act_id bigint,
    accepted_at timestamp with time zone NOT NULL,
    CONSTRAINT mark_is_not_negative CHECK ((mark >= 0))
);


--
-- Name: TABLE send_journal; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.send_journal IS 'One row is one send journal and the cluster and timeline for which it was accepted: only there may its host send.';


--
-- Name: COLUMN send_journal.journal_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.send_journal.journal_id IS 'id in the first line of the journal';


--
-- Name: COLUMN send_journal.system_identifier; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.send_journal.system_identifier IS 'cluster for which it was accepted';


--
-- Name: COLUMN send_journal.timeline_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.send_journal.timeline_id IS 'timeline of that cluster; a promoted or recovered server has a new one';


--
-- Name: COLUMN send_journal.mark; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.send_journal.mark IS 'bytes of the journal whose lines this database knows; an older copy of the database has an older mark';


--
-- Name: COLUMN send_journal.replay_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.send_journal.replay_id IS 'replay that the officer signed; null for the first journal. A later one has yet to be signed';


--
-- Name: COLUMN send_journal.act_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.send_journal.act_id IS 'act by which an officer accepted it after a restore; null for the first journal of a register that had sent nothing';


--
-- Name: COLUMN send_journal.accepted_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.send_journal.accepted_at IS 'when';


--
-- Name: stray; Type: TABLE; Schema: publication; Owner: -
--

CREATE TABLE publication.stray (
    channel_code text NOT NULL,
    entry_id bigint NOT NULL,
    version bigint NOT NULL,
    withdraw_version bigint,
    state text NOT NULL,
    last_fault text,
    found_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT absent_stray_is_settled CHECK (((state = 'absent'::text) = (settled_at IS NOT NULL))),
    CONSTRAINT stray_state_is_known CHECK ((state = ANY (ARRAY['unknown'::text, 'absent'::text])))
);


--
-- Name: TABLE stray; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON TABLE publication.stray IS 'One row is one entry that was sent to a channel for a membership which the restored database does not hold: it is withdrawn.';


--
-- Name: COLUMN stray.channel_code; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.channel_code IS 'the channel';


--
-- Name: COLUMN stray.entry_id; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.entry_id IS 'id of the membership lost with the restore';


--
-- Name: COLUMN stray.version; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.version IS 'newest version known to have been sent before';


--
-- Name: COLUMN stray.withdraw_version; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.withdraw_version IS 'version of its withdrawal; null before that is sent';


--
-- Name: COLUMN stray.state; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.state IS 'unknown, or absent once the channel was read back without it';


--
-- Name: COLUMN stray.last_fault; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.last_fault IS 'code of the last fault; null without one';


--
-- Name: COLUMN stray.found_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.found_at IS 'when the journal was replayed';


--
-- Name: COLUMN stray.settled_at; Type: COMMENT; Schema: publication; Owner: -
--

COMMENT ON COLUMN publication.stray.settled_at IS 'when it was read back as absent; null before';


--
-- Name: record_claim; Type: TABLE; Schema: records; Owner: -
--

CREATE TABLE records.record_claim (
    value text NOT NULL,
    scheme text NOT NULL,
    subject_id bigint NOT NULL,
    record_id bigint NOT NULL,
    CONSTRAINT record_scheme_is_known CHECK ((scheme = ANY (ARRAY['penalty'::text, 'accident'::text, 'certification'::text, 'honour'::text, 'ban'::text, 'repair'::text])))
);


--
-- Name: TABLE record_claim; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON TABLE records.record_claim IS 'One row claims a natural key for one record: what makes a decision, accident or certificate stand in the register once.';


--
-- Name: COLUMN record_claim.value; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_claim.value IS 'natural key: agency and decision number; accident number and subject; certificate number; …';


--
-- Name: COLUMN record_claim.scheme; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_claim.scheme IS 'kind of record';


--
-- Name: COLUMN record_claim.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_claim.subject_id IS 'subject of the record';


--
-- Name: COLUMN record_claim.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_claim.record_id IS 'the record';


--
-- Name: record_version; Type: VIEW; Schema: records; Owner: -
--

CREATE VIEW records.record_version WITH (security_invoker='true') AS
 SELECT 'penalty'::text AS kind,
    p.subject_id,
    p.record_id,
    p.version_no,
    p.decision_number AS number,
    p.agency_code,
    p.is_withdrawn,
    p.officer_code,
    p.act_id,
    p.known_at
   FROM records.penalty p
UNION ALL
 SELECT 'accident'::text AS kind,
    a.subject_id,
    a.record_id,
    a.version_no,
    a.accident_number AS number,
    NULL::text AS agency_code,
    a.is_withdrawn,
    a.officer_code,
    a.act_id,
    a.known_at
   FROM records.accident a
UNION ALL
 SELECT 'certification'::text AS kind,
    c.subject_id,
    c.record_id,
    c.version_no,
    c.certificate_number AS number,
    NULL::text AS agency_code,
    c.is_withdrawn,
    c.officer_code,
    c.act_id,
    c.known_at
   FROM records.certification c
UNION ALL
 SELECT 'honour'::text AS kind,
    h.subject_id,
    h.record_id,
    h.version_no,
    h.document_number AS number,
    NULL::text AS agency_code,
    h.is_withdrawn,
    h.officer_code,
    h.act_id,
    h.known_at
   FROM records.honour h
UNION ALL
 SELECT 'ban'::text AS kind,
    b.subject_id,
    b.record_id,
    b.version_no,
    b.decision_number AS number,
    NULL::text AS agency_code,
    b.is_withdrawn,
    b.officer_code,
    b.act_id,
    b.known_at
   FROM records.ban b
UNION ALL
 SELECT 'repair_result'::text AS kind,
    r.subject_id,
    r.record_id,
    r.version_no,
    r.result_number AS number,
    NULL::text AS agency_code,
    r.is_withdrawn,
    r.officer_code,
    r.act_id,
    r.known_at
   FROM records.repair_result r;


--
-- Name: VIEW record_version; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON VIEW records.record_version IS 'One row is one version of one record of any kind.';


--
-- Name: COLUMN record_version.kind; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.kind IS 'kind of record: the name of its table';


--
-- Name: COLUMN record_version.subject_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.subject_id IS 'the subject';


--
-- Name: COLUMN record_version.record_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.record_id IS 'the record; the same in all its versions';


--
-- Name: COLUMN record_version.version_no; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.version_no IS '1, 2, 3 …';


--
-- Name: COLUMN record_version.number; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.number IS 'number of the document it rests on';


--
-- Name: COLUMN record_version.agency_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.agency_code IS 'agency of the register that decided it; null for any other';


--
-- Name: COLUMN record_version.is_withdrawn; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.is_withdrawn IS 'whether the record proved wrong; it then never counts';


--
-- Name: COLUMN record_version.officer_code; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.officer_code IS 'officer who recorded this version';


--
-- Name: COLUMN record_version.act_id; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.act_id IS 'act that brought this version';


--
-- Name: COLUMN record_version.known_at; Type: COMMENT; Schema: records; Owner: -
--

COMMENT ON COLUMN records.record_version.known_at IS 'time from which this version is known';


--
-- Name: identifier_claim; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.identifier_claim (
    value text NOT NULL,
    scheme text NOT NULL,
    subject_id bigint NOT NULL
);


--
-- Name: TABLE identifier_claim; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.identifier_claim IS 'One row claims an identifier for one subject: what makes identifiers unique in the register.';


--
-- Name: COLUMN identifier_claim.value; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.identifier_claim.value IS 'the identifier';


--
-- Name: COLUMN identifier_claim.scheme; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.identifier_claim.scheme IS 'its scheme';


--
-- Name: COLUMN identifier_claim.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.identifier_claim.subject_id IS 'the subject that holds it';


--
-- Name: licence; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.licence (
    subject_id bigint NOT NULL,
    licence_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    kind_code text NOT NULL,
    licence_number text NOT NULL,
    during daterange NOT NULL,
    act_id bigint NOT NULL,
    known_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE licence; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.licence IS 'One row is one safety licence of one unit for a time; it makes a high-risk industry certain.';


--
-- Name: COLUMN licence.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.licence.subject_id IS 'the unit';


--
-- Name: COLUMN licence.licence_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.licence.licence_id IS 'id';


--
-- Name: COLUMN licence.kind_code; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.licence.kind_code IS 'kind of licence';


--
-- Name: COLUMN licence.licence_number; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.licence.licence_number IS 'number on it';


--
-- Name: COLUMN licence.during; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.licence.during IS 'days it is valid, half-open';


--
-- Name: COLUMN licence.act_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.licence.act_id IS 'act that brought it';


--
-- Name: COLUMN licence.known_at; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.licence.known_at IS 'time from which it is known';


--
-- Name: reveal; Type: TABLE; Schema: register; Owner: -
--

CREATE TABLE register.reveal (
    subject_id bigint NOT NULL,
    reveal_id bigint DEFAULT nextval('ops.register_id'::regclass) NOT NULL,
    officer_code text NOT NULL,
    reason text NOT NULL,
    revealed_at timestamp with time zone NOT NULL,
    login text DEFAULT SESSION_USER,
    CONSTRAINT reveal_has_a_reason CHECK ((reason ~ '\S'::text))
);


--
-- Name: TABLE reveal; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON TABLE register.reveal IS 'One row is one reading of a person''s full number: by whom, why, when.';


--
-- Name: COLUMN reveal.subject_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.reveal.subject_id IS 'the person';


--
-- Name: COLUMN reveal.reveal_id; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.reveal.reveal_id IS 'id';


--
-- Name: COLUMN reveal.officer_code; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.reveal.officer_code IS 'who read it';


--
-- Name: COLUMN reveal.reason; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.reveal.reason IS 'why';


--
-- Name: COLUMN reveal.revealed_at; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.reveal.revealed_at IS 'when';


--
-- Name: COLUMN reveal.login; Type: COMMENT; Schema: register; Owner: -
--

COMMENT ON COLUMN register.reveal.login IS 'login of the database that read it; null for readings from before logins were kept';


--
-- Name: deadline; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.deadline WITH (security_invoker='true') AS
 SELECT v.as_of_date,
    v.deadline_kind,
    v.is_notice,
    v.subject_id,
    v.subject_name,
    v.about_id,
    v.agency_code,
    v.agency_name,
    v.officer_code,
    v.due_on,
    v.days_left,
    v.is_provisional,
    v.is_overdue,
    v.channel_name
   FROM reports.deadline_on(((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) v(as_of_date, deadline_kind, is_notice, subject_id, subject_name, about_id, agency_code, agency_name, officer_code, due_on, days_left, is_provisional, is_overdue, channel_name);


--
-- Name: VIEW deadline; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.deadline IS '今日尚未办结的期限和提醒；其他日期用 reports.deadline_on(日期)。';


--
-- Name: COLUMN deadline.as_of_date; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.as_of_date IS '统计日';


--
-- Name: COLUMN deadline.deadline_kind; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.deadline_kind IS '种类：程序和所欠步骤、公示动作和渠道、提醒';


--
-- Name: COLUMN deadline.is_notice; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.is_notice IS '仅为提醒，不会逾期';


--
-- Name: COLUMN deadline.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.subject_id IS '主体编号';


--
-- Name: COLUMN deadline.subject_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.subject_name IS '名称或姓名';


--
-- Name: COLUMN deadline.about_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.about_id IS '案件或名单成员编号';


--
-- Name: COLUMN deadline.agency_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.agency_code IS '责任机关代码';


--
-- Name: COLUMN deadline.agency_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.agency_name IS '责任机关';


--
-- Name: COLUMN deadline.officer_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.officer_code IS '承办人，未定为空';


--
-- Name: COLUMN deadline.due_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.due_on IS '最后一日；工作日历未覆盖时为空';


--
-- Name: COLUMN deadline.days_left; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.days_left IS '剩余天数，负数为逾期';


--
-- Name: COLUMN deadline.is_provisional; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.is_provisional IS '放假通知未出，期限暂定';


--
-- Name: COLUMN deadline.is_overdue; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.is_overdue IS '是否逾期';


--
-- Name: COLUMN deadline.channel_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.deadline.channel_name IS '公示或撤下所在的渠道；其他种类为空';


--
-- Name: grade_history; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.grade_history WITH (security_invoker='true') AS
 SELECT v.subject_id,
    v.credit_code,
    v.subject_name,
    v.as_of,
    v.grade,
    v.previous_grade,
    v.clause_codes,
    v.evidence_ids,
    v.policy_stamp,
    v.known_at
   FROM reports.stored_grade() v(subject_id, credit_code, subject_name, as_of, grade, previous_grade, clause_codes, evidence_ids, policy_stamp, known_at);


--
-- Name: VIEW grade_history; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.grade_history IS '已存的等级变化：每次评定中等级或依据与上次不同的单位各一行。';


--
-- Name: COLUMN grade_history.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.subject_id IS '主体编号';


--
-- Name: COLUMN grade_history.credit_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.credit_code IS '统一社会信用代码';


--
-- Name: COLUMN grade_history.subject_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.subject_name IS '名称';


--
-- Name: COLUMN grade_history.as_of; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.as_of IS '评定日';


--
-- Name: COLUMN grade_history.grade; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.grade IS '等级；不再评定的为空';


--
-- Name: COLUMN grade_history.previous_grade; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.previous_grade IS '上次所存的等级，首次为空';


--
-- Name: COLUMN grade_history.clause_codes; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.clause_codes IS '依据条款';


--
-- Name: COLUMN grade_history.evidence_ids; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.evidence_ids IS '依据记录编号';


--
-- Name: COLUMN grade_history.policy_stamp; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.policy_stamp IS '口径版本';


--
-- Name: COLUMN grade_history.known_at; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.grade_history.known_at IS '评定时间';


--
-- Name: issued_document; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.issued_document WITH (security_invoker='true') AS
 SELECT d.document_id,
    d.document_number,
    d.kind,
    d.dated_on,
    d.subject_id,
    d.subject_name,
    d.credit_code,
    d.about_id,
    d.agency_name,
    d.officer_code,
    d.template_version,
    d.sha256
   FROM reports.issued_documents() d(document_id, document_number, kind, dated_on, subject_id, subject_name, credit_code, about_id, agency_name, officer_code, template_version, sha256);


--
-- Name: VIEW issued_document; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.issued_document IS '已出具的文书。';


--
-- Name: COLUMN issued_document.document_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.document_id IS '文书编号';


--
-- Name: COLUMN issued_document.document_number; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.document_number IS '文号';


--
-- Name: COLUMN issued_document.kind; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.kind IS '种类，如 listing-decision 列入决定书';


--
-- Name: COLUMN issued_document.dated_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.dated_on IS '成文日期';


--
-- Name: COLUMN issued_document.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.subject_id IS '主体编号';


--
-- Name: COLUMN issued_document.subject_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.subject_name IS '名称或姓名';


--
-- Name: COLUMN issued_document.credit_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.credit_code IS '统一社会信用代码，个人为空';


--
-- Name: COLUMN issued_document.about_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.about_id IS '案件或名单成员编号';


--
-- Name: COLUMN issued_document.agency_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.agency_name IS '出具机关';


--
-- Name: COLUMN issued_document.officer_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.officer_code IS '经办人';


--
-- Name: COLUMN issued_document.template_version; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.template_version IS '模板版次';


--
-- Name: COLUMN issued_document.sha256; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.issued_document.sha256 IS '.docx 文件的摘要';


--
-- Name: membership; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.membership WITH (security_invoker='true') AS
 SELECT v.as_of_date,
    v.subject_id,
    v.membership_id,
    v.list_code,
    v.clause_code,
    v.kind,
    v.credit_code,
    v.subject_name,
    v.reporting_unit_name,
    v.agency_name,
    v.decision_number,
    v.listed_on,
    v.published_on,
    v.period_months,
    v.last_day,
    v.days_left,
    v.removal_from,
    v.ended_on,
    v.end_reason,
    v.is_in_force
   FROM reports.membership_on(((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) v(as_of_date, subject_id, membership_id, list_code, clause_code, kind, credit_code, subject_name, reporting_unit_name, agency_name, decision_number, listed_on, published_on, period_months, last_day, days_left, removal_from, ended_on, end_reason, is_in_force);


--
-- Name: VIEW membership; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.membership IS '今日的名单成员，包括已经移出的；历史日期用 reports.membership_on(日期)。';


--
-- Name: COLUMN membership.as_of_date; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.as_of_date IS '统计日';


--
-- Name: COLUMN membership.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.subject_id IS '主体编号';


--
-- Name: COLUMN membership.membership_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.membership_id IS '名单成员编号';


--
-- Name: COLUMN membership.list_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.list_code IS '名单：penalised 被行政处理、serious 严重失信';


--
-- Name: COLUMN membership.clause_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.clause_code IS '列入依据条款';


--
-- Name: COLUMN membership.kind; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.kind IS '主体类别，person 为个人';


--
-- Name: COLUMN membership.credit_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.credit_code IS '统一社会信用代码，个人为空';


--
-- Name: COLUMN membership.subject_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.subject_name IS '名称或姓名';


--
-- Name: COLUMN membership.reporting_unit_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.reporting_unit_name IS '报送单位，个人为空';


--
-- Name: COLUMN membership.agency_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.agency_name IS '决定机关';


--
-- Name: COLUMN membership.decision_number; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.decision_number IS '决定文号';


--
-- Name: COLUMN membership.listed_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.listed_on IS '列入之日';


--
-- Name: COLUMN membership.published_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.published_on IS '公布之日，未公示为空';


--
-- Name: COLUMN membership.period_months; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.period_months IS '管理期限（月）';


--
-- Name: COLUMN membership.last_day; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.last_day IS '最后一日，未公示为空';


--
-- Name: COLUMN membership.days_left; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.days_left IS '含当日的剩余天数，不在名单内为空';


--
-- Name: COLUMN membership.removal_from; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.removal_from IS '可以申请提前移出的首日';


--
-- Name: COLUMN membership.ended_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.ended_on IS '提前结束后的首日，无则为空';


--
-- Name: COLUMN membership.end_reason; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.end_reason IS '结束原因，无则为空';


--
-- Name: COLUMN membership.is_in_force; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.membership.is_in_force IS '当日是否在名单内';


--
-- Name: plan_line; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.plan_line WITH (security_invoker='true') AS
 SELECT v.plan_year,
    v.agency_code,
    v.agency_name,
    v.line_no,
    v.subject_id,
    v.subject_name,
    v.credit_code,
    v.grade,
    v.reason_code,
    v.reason_zh,
    v.basis,
    v.content,
    v.way,
    v.frequency,
    v.schedule,
    v.responsible_agency_name,
    v.remark,
    v.inspections_per_year,
    v.draw_no,
    v.evidence_ids,
    v.drawn_on,
    v.added_on
   FROM reports.plan_lines() v(plan_year, agency_code, agency_name, line_no, subject_id, subject_name, credit_code, grade, reason_code, reason_zh, basis, content, way, frequency, schedule, responsible_agency_name, remark, inspections_per_year, draw_no, evidence_ids, drawn_on, added_on);


--
-- Name: VIEW plan_line; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.plan_line IS '年度执法检查计划各行：应列入（发生事故并受处罚）、重点监管（其他C级、D级）、行业规定（高危行业另有次数的A级、B级）、随机抽查（B级）、抽查（A级）。';


--
-- Name: COLUMN plan_line.plan_year; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.plan_year IS '计划年度';


--
-- Name: COLUMN plan_line.agency_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.agency_code IS '制定机关代码';


--
-- Name: COLUMN plan_line.agency_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.agency_name IS '制定机关';


--
-- Name: COLUMN plan_line.line_no; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.line_no IS '序号';


--
-- Name: COLUMN plan_line.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.subject_id IS '主体编号';


--
-- Name: COLUMN plan_line.subject_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.subject_name IS '检查对象';


--
-- Name: COLUMN plan_line.credit_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.credit_code IS '统一社会信用代码';


--
-- Name: COLUMN plan_line.grade; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.grade IS '抽取当日的信用等级';


--
-- Name: COLUMN plan_line.reason_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.reason_code IS '列入原因代码：must、key、industry、drawn、spot_check';


--
-- Name: COLUMN plan_line.reason_zh; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.reason_zh IS '列入原因';


--
-- Name: COLUMN plan_line.basis; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.basis IS '检查依据';


--
-- Name: COLUMN plan_line.content; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.content IS '检查内容';


--
-- Name: COLUMN plan_line.way; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.way IS '检查方式';


--
-- Name: COLUMN plan_line.frequency; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.frequency IS '频次及上限';


--
-- Name: COLUMN plan_line.schedule; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.schedule IS '时间安排';


--
-- Name: COLUMN plan_line.responsible_agency_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.responsible_agency_name IS '责任单位';


--
-- Name: COLUMN plan_line.remark; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.remark IS '备注：事故和处罚决定、补列日期，或抽取序号';


--
-- Name: COLUMN plan_line.inspections_per_year; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.inspections_per_year IS '计划检查次数';


--
-- Name: COLUMN plan_line.draw_no; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.draw_no IS '抽取序号，非抽取的为空';


--
-- Name: COLUMN plan_line.evidence_ids; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.evidence_ids IS '应列入所依据的事故和处罚记录编号';


--
-- Name: COLUMN plan_line.drawn_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.drawn_on IS '抽取日期';


--
-- Name: COLUMN plan_line.added_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_line.added_on IS '补列日期，抽取时列入的为空';


--
-- Name: plan_population; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.plan_population WITH (security_invoker='true') AS
 SELECT v.plan_year,
    v.agency_code,
    v.drawn_on,
    v.seed,
    v.share_a_percent,
    v.share_b_percent,
    v.population_sha256,
    v.subject_id,
    v.credit_code,
    v.grade,
    v.draw_key,
    v.is_drawn
   FROM reports.plan_populations() v(plan_year, agency_code, drawn_on, seed, share_a_percent, share_b_percent, population_sha256, subject_id, credit_code, grade, draw_key, is_drawn);


--
-- Name: VIEW plan_population; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.plan_population IS '年度计划随机抽取的总体：按抽取键从小到大取“总数×比例”（向上取整）个，任何人可以据此复核。';


--
-- Name: COLUMN plan_population.plan_year; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.plan_year IS '计划年度';


--
-- Name: COLUMN plan_population.agency_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.agency_code IS '制定机关代码';


--
-- Name: COLUMN plan_population.drawn_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.drawn_on IS '抽取日期';


--
-- Name: COLUMN plan_population.seed; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.seed IS '公布的种子';


--
-- Name: COLUMN plan_population.share_a_percent; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.share_a_percent IS 'A级抽取比例（%）';


--
-- Name: COLUMN plan_population.share_b_percent; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.share_b_percent IS 'B级抽取比例（%）';


--
-- Name: COLUMN plan_population.population_sha256; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.population_sha256 IS '总体摘要：全部代码排序后以换行连接的 SHA-256';


--
-- Name: COLUMN plan_population.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.subject_id IS '主体编号';


--
-- Name: COLUMN plan_population.credit_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.credit_code IS '统一社会信用代码';


--
-- Name: COLUMN plan_population.grade; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.grade IS '抽取当日的信用等级';


--
-- Name: COLUMN plan_population.draw_key; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.draw_key IS '抽取键：种子、冒号、代码连接后的 SHA-256';


--
-- Name: COLUMN plan_population.is_drawn; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.plan_population.is_drawn IS '是否抽中';


--
-- Name: publication; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.publication WITH (security_invoker='true') AS
 SELECT v.subject_id,
    v.membership_id,
    v.list_code,
    v.subject_name,
    v.channel_code,
    v.state,
    v.first_shown_on,
    v.publish_due_on,
    v.publish_days_late,
    v.gone_on,
    v.withdraw_due_on,
    v.withdraw_days_late,
    v.open_action,
    v.attempt_count,
    v.last_fault
   FROM reports.publication_proof(((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) v(subject_id, membership_id, list_code, subject_name, channel_code, state, first_shown_on, publish_due_on, publish_days_late, gone_on, withdraw_due_on, withdraw_days_late, open_action, attempt_count, last_fault);


--
-- Name: VIEW publication; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.publication IS '截至今日每个名单成员在每个渠道的公示证明；其他日期用 reports.publication_proof(日期)。';


--
-- Name: COLUMN publication.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.subject_id IS '主体编号';


--
-- Name: COLUMN publication.membership_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.membership_id IS '名单成员编号';


--
-- Name: COLUMN publication.list_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.list_code IS '名单';


--
-- Name: COLUMN publication.subject_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.subject_name IS '名称或姓名';


--
-- Name: COLUMN publication.channel_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.channel_code IS '渠道';


--
-- Name: COLUMN publication.state; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.state IS 'absent 未示、shown 已示、unknown 不明';


--
-- Name: COLUMN publication.first_shown_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.first_shown_on IS '首次证实公示日';


--
-- Name: COLUMN publication.publish_due_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.publish_due_on IS '应公示的最后一日';


--
-- Name: COLUMN publication.publish_days_late; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.publish_days_late IS '公示逾期天数';


--
-- Name: COLUMN publication.gone_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.gone_on IS '证实撤下日';


--
-- Name: COLUMN publication.withdraw_due_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.withdraw_due_on IS '应撤下的最后一日';


--
-- Name: COLUMN publication.withdraw_days_late; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.withdraw_days_late IS '撤下逾期天数';


--
-- Name: COLUMN publication.open_action; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.open_action IS '未完成的动作，无则为空';


--
-- Name: COLUMN publication.attempt_count; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.attempt_count IS '已尝试次数';


--
-- Name: COLUMN publication.last_fault; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.publication.last_fault IS '最近的故障';


--
-- Name: subject; Type: VIEW; Schema: reports; Owner: -
--

CREATE VIEW reports.subject WITH (security_invoker='true') AS
 SELECT v.as_of_date,
    v.subject_id,
    v.credit_code,
    v.subject_name,
    v.kind,
    v.reporting_unit_code,
    v.reporting_unit_name,
    v.industry_code,
    v.registered_on,
    v.grade,
    v.clause_codes,
    v.evidence_ids,
    v.penalised_last_day,
    v.serious_last_day,
    v.penalty_count,
    v.fine_yuan,
    v.accident_count,
    v.death_count,
    v.certification_level,
    v.is_objection_pending,
    v.policy_stamp
   FROM reports.subject_on(((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) v(as_of_date, subject_id, credit_code, subject_name, kind, reporting_unit_code, reporting_unit_name, industry_code, registered_on, grade, clause_codes, evidence_ids, penalised_last_day, serious_last_day, penalty_count, fine_yuan, accident_count, death_count, certification_level, is_objection_pending, policy_stamp);


--
-- Name: VIEW subject; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON VIEW reports.subject IS '今日各单位的宽表；历史日期用 reports.subject_on(日期)。';


--
-- Name: COLUMN subject.as_of_date; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.as_of_date IS '统计日';


--
-- Name: COLUMN subject.subject_id; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.subject_id IS '主体编号';


--
-- Name: COLUMN subject.credit_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.credit_code IS '统一社会信用代码';


--
-- Name: COLUMN subject.subject_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.subject_name IS '名称';


--
-- Name: COLUMN subject.kind; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.kind IS '类别：business 生产经营单位、service_body 机构';


--
-- Name: COLUMN subject.reporting_unit_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.reporting_unit_code IS '报送单位代码';


--
-- Name: COLUMN subject.reporting_unit_name; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.reporting_unit_name IS '报送单位';


--
-- Name: COLUMN subject.industry_code; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.industry_code IS '行业代码（GB/T 4754-2017）';


--
-- Name: COLUMN subject.registered_on; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.registered_on IS '注册日期';


--
-- Name: COLUMN subject.grade; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.grade IS '安全生产信用等级';


--
-- Name: COLUMN subject.clause_codes; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.clause_codes IS '依据条款';


--
-- Name: COLUMN subject.evidence_ids; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.evidence_ids IS '依据记录编号';


--
-- Name: COLUMN subject.penalised_last_day; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.penalised_last_day IS 'C级截止日，未公示为空';


--
-- Name: COLUMN subject.serious_last_day; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.serious_last_day IS 'D级截止日，未公示为空';


--
-- Name: COLUMN subject.penalty_count; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.penalty_count IS '处罚次数';


--
-- Name: COLUMN subject.fine_yuan; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.fine_yuan IS '罚款合计（元）';


--
-- Name: COLUMN subject.accident_count; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.accident_count IS '事故起数';


--
-- Name: COLUMN subject.death_count; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.death_count IS '死亡人数';


--
-- Name: COLUMN subject.certification_level; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.certification_level IS '有效的标准化等级，无则为空';


--
-- Name: COLUMN subject.is_objection_pending; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.is_objection_pending IS '是否异议处理中';


--
-- Name: COLUMN subject.policy_stamp; Type: COMMENT; Schema: reports; Owner: -
--

COMMENT ON COLUMN reports.subject.policy_stamp IS '口径版本';


--
-- Name: issued_document a_case_has_each_kind_of_document_once; Type: CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.issued_document
    ADD CONSTRAINT a_case_has_each_kind_of_document_once UNIQUE (subject_id, case_id, kind);


--
-- Name: issued_document a_membership_has_each_kind_of_document_once; Type: CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.issued_document
    ADD CONSTRAINT a_membership_has_each_kind_of_document_once UNIQUE (subject_id, membership_id, kind);


--
-- Name: document_number document_number_pkey; Type: CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.document_number
    ADD CONSTRAINT document_number_pkey PRIMARY KEY (agency_code, numbered_year, kind, serial_no);


--
-- Name: issued_document issued_document_pkey; Type: CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.issued_document
    ADD CONSTRAINT issued_document_pkey PRIMARY KEY (subject_id, document_id);


--
-- Name: owed_step owed_step_pkey; Type: CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.owed_step
    ADD CONSTRAINT owed_step_pkey PRIMARY KEY (subject_id, case_id, step_no, owed_codes);


--
-- Name: procedure_case procedure_case_pkey; Type: CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.procedure_case
    ADD CONSTRAINT procedure_case_pkey PRIMARY KEY (subject_id, case_id);


--
-- Name: step step_pkey; Type: CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.step
    ADD CONSTRAINT step_pkey PRIMARY KEY (subject_id, case_id, step_no);


--
-- Name: act_key act_key_pkey; Type: CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.act_key
    ADD CONSTRAINT act_key_pkey PRIMARY KEY (key);


--
-- Name: act act_pkey; Type: CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.act
    ADD CONSTRAINT act_pkey PRIMARY KEY (subject_id, act_id);


--
-- Name: document document_pkey; Type: CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (subject_id, document_id);


--
-- Name: file file_pkey; Type: CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (file_id);


--
-- Name: reject reject_pkey; Type: CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.reject
    ADD CONSTRAINT reject_pkey PRIMARY KEY (file_id, row_no, column_title, rule_code);


--
-- Name: seal seal_pkey; Type: CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.seal
    ADD CONSTRAINT seal_pkey PRIMARY KEY (seal_no);


--
-- Name: vouched_code vouched_code_pkey; Type: CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.vouched_code
    ADD CONSTRAINT vouched_code_pkey PRIMARY KEY (code);


--
-- Name: calendar_day calendar_day_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (day);


--
-- Name: calendar_exception calendar_exception_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.calendar_exception
    ADD CONSTRAINT calendar_exception_pkey PRIMARY KEY (notice_code, day);


--
-- Name: calendar_notice calendar_notice_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.calendar_notice
    ADD CONSTRAINT calendar_notice_pkey PRIMARY KEY (notice_code);


--
-- Name: clause clause_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.clause
    ADD CONSTRAINT clause_pkey PRIMARY KEY (clause_code);


--
-- Name: ground_phrase ground_phrase_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.ground_phrase
    ADD CONSTRAINT ground_phrase_pkey PRIMARY KEY (clause_code, phrase);


--
-- Name: parameter_name parameter_name_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.parameter_name
    ADD CONSTRAINT parameter_name_pkey PRIMARY KEY (parameter_code);


--
-- Name: parameter parameter_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.parameter
    ADD CONSTRAINT parameter_pkey PRIMARY KEY (parameter_code, valid_from);


--
-- Name: policy policy_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.policy
    ADD CONSTRAINT policy_pkey PRIMARY KEY (reading_code, valid_from);


--
-- Name: reading_option reading_option_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.reading_option
    ADD CONSTRAINT reading_option_pkey PRIMARY KEY (reading_code, option_code);


--
-- Name: reading reading_pkey; Type: CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY (reading_code);


--
-- Name: form_line form_line_pkey; Type: CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.form_line
    ADD CONSTRAINT form_line_pkey PRIMARY KEY (form_id, line_no);


--
-- Name: form form_pkey; Type: CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.form
    ADD CONSTRAINT form_pkey PRIMARY KEY (form_id);


--
-- Name: grade grade_pkey; Type: CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.grade
    ADD CONSTRAINT grade_pkey PRIMARY KEY (subject_id, grade_run_id);


--
-- Name: grade_run grade_run_pkey; Type: CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.grade_run
    ADD CONSTRAINT grade_run_pkey PRIMARY KEY (grade_run_id);


--
-- Name: membership membership_pkey; Type: CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (subject_id, membership_id);


--
-- Name: membership_version membership_version_pkey; Type: CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership_version
    ADD CONSTRAINT membership_version_pkey PRIMARY KEY (subject_id, membership_id, version_no);


--
-- Name: membership memberships_of_one_decision_do_not_overlap; Type: CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership
    ADD CONSTRAINT memberships_of_one_decision_do_not_overlap EXCLUDE USING gist (subject_id WITH =, list_code WITH =, decision_number WITH =, agency_code WITH =, during WITH &&) WHERE ((period_months > 0));


--
-- Name: CONSTRAINT memberships_of_one_decision_do_not_overlap ON membership; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON CONSTRAINT memberships_of_one_decision_do_not_overlap ON lists.membership IS 'For all memberships: the condition is always true and only keeps look-ups by key away from this index.';


--
-- Name: agency agency_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.agency
    ADD CONSTRAINT agency_pkey PRIMARY KEY (agency_code);


--
-- Name: applied_migration applied_migration_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.applied_migration
    ADD CONSTRAINT applied_migration_pkey PRIMARY KEY (number);


--
-- Name: applied_object applied_object_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.applied_object
    ADD CONSTRAINT applied_object_pkey PRIMARY KEY (path);


--
-- Name: identity_key identity_key_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.identity_key
    ADD CONSTRAINT identity_key_pkey PRIMARY KEY (is_only);


--
-- Name: job_run job_run_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.job_run
    ADD CONSTRAINT job_run_pkey PRIMARY KEY (job_run_id);


--
-- Name: officer_login officer_login_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer_login
    ADD CONSTRAINT officer_login_pkey PRIMARY KEY (login);


--
-- Name: officer officer_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer
    ADD CONSTRAINT officer_pkey PRIMARY KEY (officer_code);


--
-- Name: officer_role_end officer_role_end_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer_role_end
    ADD CONSTRAINT officer_role_end_pkey PRIMARY KEY (officer_code, role_code);


--
-- Name: officer_role officer_role_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer_role
    ADD CONSTRAINT officer_role_pkey PRIMARY KEY (officer_code, role_code);


--
-- Name: reporting_unit reporting_unit_pkey; Type: CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.reporting_unit
    ADD CONSTRAINT reporting_unit_pkey PRIMARY KEY (reporting_unit_code);


--
-- Name: batch batch_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.batch
    ADD CONSTRAINT batch_pkey PRIMARY KEY (channel_code, batch_id);


--
-- Name: channel_list channel_list_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.channel_list
    ADD CONSTRAINT channel_list_pkey PRIMARY KEY (channel_code, list_code);


--
-- Name: channel channel_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.channel
    ADD CONSTRAINT channel_pkey PRIMARY KEY (channel_code);


--
-- Name: delivery delivery_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (subject_id, membership_id, channel_code, version, delivery_id);


--
-- Name: entry entry_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (subject_id, membership_id, channel_code);


--
-- Name: item item_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (subject_id, item_id);


--
-- Name: read_back read_back_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.read_back
    ADD CONSTRAINT read_back_pkey PRIMARY KEY (read_back_id);


--
-- Name: receipt receipt_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (receipt_id);


--
-- Name: replay replay_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.replay
    ADD CONSTRAINT replay_pkey PRIMARY KEY (replay_id);


--
-- Name: send_journal send_journal_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.send_journal
    ADD CONSTRAINT send_journal_pkey PRIMARY KEY (journal_id);


--
-- Name: stray stray_pkey; Type: CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.stray
    ADD CONSTRAINT stray_pkey PRIMARY KEY (channel_code, entry_id);


--
-- Name: accident accident_pkey; Type: CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.accident
    ADD CONSTRAINT accident_pkey PRIMARY KEY (subject_id, record_id, version_no) INCLUDE (occurred_on, death_count, responsibility, report_approved_on, is_withdrawn, known_at);


--
-- Name: ban ban_pkey; Type: CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.ban
    ADD CONSTRAINT ban_pkey PRIMARY KEY (subject_id, record_id, version_no);


--
-- Name: certification certification_pkey; Type: CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.certification
    ADD CONSTRAINT certification_pkey PRIMARY KEY (subject_id, record_id, version_no) INCLUDE (level, valid_from, valid_to, revoked_on, is_withdrawn, known_at);


--
-- Name: honour honour_pkey; Type: CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.honour
    ADD CONSTRAINT honour_pkey PRIMARY KEY (subject_id, record_id, version_no) INCLUDE (kind, level, honoured_year, awarded_on, is_withdrawn, known_at);


--
-- Name: penalty penalty_pkey; Type: CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.penalty
    ADD CONSTRAINT penalty_pkey PRIMARY KEY (subject_id, record_id, version_no) INCLUDE (decided_on, annulled_on, is_safety, is_withdrawn, known_at);


--
-- Name: record_claim record_claim_pkey; Type: CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.record_claim
    ADD CONSTRAINT record_claim_pkey PRIMARY KEY (value, scheme);


--
-- Name: repair_result repair_result_pkey; Type: CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.repair_result
    ADD CONSTRAINT repair_result_pkey PRIMARY KEY (subject_id, record_id, version_no);


--
-- Name: identifier_claim identifier_claim_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.identifier_claim
    ADD CONSTRAINT identifier_claim_pkey PRIMARY KEY (value, scheme);


--
-- Name: licence licence_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.licence
    ADD CONSTRAINT licence_pkey PRIMARY KEY (subject_id, licence_id);


--
-- Name: person person_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (subject_id);


--
-- Name: responsibility_end responsibility_end_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.responsibility_end
    ADD CONSTRAINT responsibility_end_pkey PRIMARY KEY (subject_id, responsibility_id);


--
-- Name: responsibility responsibility_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.responsibility
    ADD CONSTRAINT responsibility_pkey PRIMARY KEY (subject_id, responsibility_id);


--
-- Name: reveal reveal_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.reveal
    ADD CONSTRAINT reveal_pkey PRIMARY KEY (subject_id, reveal_id);


--
-- Name: reveal reveal_reason_names_no_number; Type: CHECK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE register.reveal
    ADD CONSTRAINT reveal_reason_names_no_number CHECK ((reason !~ '[0-9]{17}[0-9Xx]'::text)) NOT VALID;


--
-- Name: subject_identifier subject_identifier_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.subject_identifier
    ADD CONSTRAINT subject_identifier_pkey PRIMARY KEY (subject_id, scheme, value);


--
-- Name: subject subject_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.subject
    ADD CONSTRAINT subject_pkey PRIMARY KEY (subject_id);


--
-- Name: subject_version subject_version_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.subject_version
    ADD CONSTRAINT subject_version_pkey PRIMARY KEY (subject_id, version_no) INCLUDE (kind, registered_on, deregistered_on, known_at);


--
-- Name: succession succession_pkey; Type: CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.succession
    ADD CONSTRAINT succession_pkey PRIMARY KEY (subject_id, successor_id);


--
-- Name: measure measure_pkey; Type: CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (grade, measure_no, valid_from);


--
-- Name: override override_pkey; Type: CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.override
    ADD CONSTRAINT override_pkey PRIMARY KEY (industry_code, grade, valid_from);


--
-- Name: plan plan_is_of_one_year; Type: CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan
    ADD CONSTRAINT plan_is_of_one_year UNIQUE (plan_id, plan_year);


--
-- Name: plan_line plan_line_pkey; Type: CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan_line
    ADD CONSTRAINT plan_line_pkey PRIMARY KEY (subject_id, plan_id);


--
-- Name: plan plan_pkey; Type: CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (plan_id);


--
-- Name: plan_population plan_population_pkey; Type: CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan_population
    ADD CONSTRAINT plan_population_pkey PRIMARY KEY (subject_id, plan_id);


--
-- Name: plan_line unit_stands_in_one_plan_a_year; Type: CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan_line
    ADD CONSTRAINT unit_stands_in_one_plan_a_year UNIQUE (subject_id, plan_year);


--
-- Name: cases_by_id; Type: INDEX; Schema: cases; Owner: -
--

CREATE INDEX cases_by_id ON cases.procedure_case USING btree (case_id);


--
-- Name: cases_by_membership; Type: INDEX; Schema: cases; Owner: -
--

CREATE INDEX cases_by_membership ON cases.procedure_case USING btree (subject_id, about_membership_id) WHERE (about_membership_id IS NOT NULL);


--
-- Name: issued_documents_by_number; Type: INDEX; Schema: cases; Owner: -
--

CREATE INDEX issued_documents_by_number ON cases.issued_document USING btree (document_number);


--
-- Name: acts_by_transaction; Type: INDEX; Schema: intake; Owner: -
--

CREATE INDEX acts_by_transaction ON intake.act USING btree (cluster_id, xid, act_id);


--
-- Name: reading_has_one_default; Type: INDEX; Schema: law; Owner: -
--

CREATE UNIQUE INDEX reading_has_one_default ON law.reading_option USING btree (reading_code) WHERE is_default;


--
-- Name: working_days_are_numbered_once; Type: INDEX; Schema: law; Owner: -
--

CREATE UNIQUE INDEX working_days_are_numbered_once ON law.calendar_day USING btree (working_day_no) WHERE is_working_day;


--
-- Name: grades_by_day; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX grades_by_day ON lists.grade USING btree (subject_id, as_of DESC, known_at DESC, grade_run_id DESC) INCLUDE (grade, reasons_digest);


--
-- Name: membership_changes; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX membership_changes ON lists.membership_version USING btree (subject_id, membership_id, version_no) WHERE (version_no > 1);


--
-- Name: membership_versions_by_end; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX membership_versions_by_end ON lists.membership_version USING btree (ended_on) INCLUDE (subject_id) WHERE (ended_on IS NOT NULL);


--
-- Name: memberships_by_act; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_act ON lists.membership USING btree (act_id);


--
-- Name: memberships_by_end; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_end ON lists.membership USING btree (upper(during)) WHERE ((expired_on IS NULL) AND (ended_on IS NULL));


--
-- Name: memberships_by_first_day; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_first_day ON lists.membership_version USING btree (listed_on) INCLUDE (subject_id);


--
-- Name: memberships_by_id; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_id ON lists.membership USING btree (membership_id);


--
-- Name: memberships_by_knowledge; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_knowledge ON lists.membership_version USING brin (known_at);


--
-- Name: memberships_by_last_day; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_last_day ON lists.membership_version USING btree (upper(during)) INCLUDE (subject_id);


--
-- Name: memberships_by_publication; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_publication ON lists.membership_version USING btree (published_on) INCLUDE (subject_id) WHERE (published_on IS NOT NULL);


--
-- Name: memberships_by_unit; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_by_unit ON lists.membership USING btree (unit_id) WHERE (unit_id IS NOT NULL);


--
-- Name: memberships_without_start; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX memberships_without_start ON lists.membership USING btree (membership_id) WHERE ((published_on IS NULL) AND (ended_on IS NULL) AND (expired_on IS NULL));


--
-- Name: one_edition_of_a_form; Type: INDEX; Schema: lists; Owner: -
--

CREATE UNIQUE INDEX one_edition_of_a_form ON lists.form USING btree (form_year, COALESCE(reporting_unit_code, ''::text), edition_no);


--
-- Name: penalty_lists_once_under_a_clause; Type: INDEX; Schema: lists; Owner: -
--

CREATE UNIQUE INDEX penalty_lists_once_under_a_clause ON lists.membership USING btree (subject_id, clause_code, founding_record_id) WHERE ((list_code = 'serious'::text) AND (restores_membership_id IS NULL) AND (end_reason IS DISTINCT FROM 'revoked'::text));


--
-- Name: INDEX penalty_lists_once_under_a_clause; Type: COMMENT; Schema: lists; Owner: -
--

COMMENT ON INDEX lists.penalty_lists_once_under_a_clause IS 'A penalty lists a subject once under a clause; the way back after a removal is its restoration (RD-17, RD-40).';


--
-- Name: serious_memberships; Type: INDEX; Schema: lists; Owner: -
--

CREATE INDEX serious_memberships ON lists.membership_version USING btree (subject_id, founding_record_id) WHERE (list_code = 'serious'::text);


--
-- Name: agency_names_are_unique; Type: INDEX; Schema: ops; Owner: -
--

CREATE UNIQUE INDEX agency_names_are_unique ON ops.agency USING btree (name);


--
-- Name: job_runs_by_day; Type: INDEX; Schema: ops; Owner: -
--

CREATE INDEX job_runs_by_day ON ops.job_run USING btree (job, as_of DESC);


--
-- Name: one_reporting_unit_per_division; Type: INDEX; Schema: ops; Owner: -
--

CREATE UNIQUE INDEX one_reporting_unit_per_division ON ops.reporting_unit USING btree (division_code);


--
-- Name: reporting_unit_names_are_unique; Type: INDEX; Schema: ops; Owner: -
--

CREATE UNIQUE INDEX reporting_unit_names_are_unique ON ops.reporting_unit USING btree (name);


--
-- Name: item_versions_are_given_out_once; Type: INDEX; Schema: publication; Owner: -
--

CREATE UNIQUE INDEX item_versions_are_given_out_once ON publication.item USING btree (subject_id, membership_id, channel_code, version);


--
-- Name: items_by_batch; Type: INDEX; Schema: publication; Owner: -
--

CREATE INDEX items_by_batch ON publication.item USING btree (batch_id) WHERE (batch_id IS NOT NULL);


--
-- Name: items_by_key; Type: INDEX; Schema: publication; Owner: -
--

CREATE INDEX items_by_key ON publication.item USING btree (membership_id, channel_code, version);


--
-- Name: items_that_wait; Type: INDEX; Schema: publication; Owner: -
--

CREATE INDEX items_that_wait ON publication.item USING btree (channel_code, next_attempt_at) WHERE (state = 'waiting'::text);


--
-- Name: receipts_by_key; Type: INDEX; Schema: publication; Owner: -
--

CREATE INDEX receipts_by_key ON publication.receipt USING btree (channel_code, delivery_key);


--
-- Name: accident_corrections; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX accident_corrections ON records.accident USING btree (subject_id, record_id, version_no) WHERE (version_no > 1);


--
-- Name: accidents_by_approval; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX accidents_by_approval ON records.accident USING btree (report_approved_on) INCLUDE (subject_id) WHERE (report_approved_on IS NOT NULL);


--
-- Name: accidents_by_day; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX accidents_by_day ON records.accident USING btree (occurred_on) INCLUDE (subject_id);


--
-- Name: accidents_by_knowledge; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX accidents_by_knowledge ON records.accident USING brin (known_at);


--
-- Name: ban_corrections; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX ban_corrections ON records.ban USING btree (subject_id, record_id, version_no) WHERE (version_no > 1);


--
-- Name: certification_corrections; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX certification_corrections ON records.certification USING btree (subject_id, record_id, version_no) WHERE (version_no > 1);


--
-- Name: certifications_by_first_day; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX certifications_by_first_day ON records.certification USING btree (valid_from) INCLUDE (subject_id);


--
-- Name: certifications_by_knowledge; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX certifications_by_knowledge ON records.certification USING brin (known_at);


--
-- Name: certifications_by_last_day; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX certifications_by_last_day ON records.certification USING btree (valid_to) INCLUDE (subject_id);


--
-- Name: certifications_by_revocation; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX certifications_by_revocation ON records.certification USING btree (revoked_on) INCLUDE (subject_id) WHERE (revoked_on IS NOT NULL);


--
-- Name: honour_corrections; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX honour_corrections ON records.honour USING btree (subject_id, record_id, version_no) WHERE (version_no > 1);


--
-- Name: honours_by_day; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX honours_by_day ON records.honour USING btree (awarded_on) INCLUDE (subject_id);


--
-- Name: honours_by_knowledge; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX honours_by_knowledge ON records.honour USING brin (known_at);


--
-- Name: penalties_by_annulment; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX penalties_by_annulment ON records.penalty USING btree (annulled_on) INCLUDE (subject_id) WHERE (annulled_on IS NOT NULL);


--
-- Name: penalties_by_day; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX penalties_by_day ON records.penalty USING btree (decided_on) INCLUDE (subject_id);


--
-- Name: penalties_by_knowledge; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX penalties_by_knowledge ON records.penalty USING brin (known_at);


--
-- Name: penalties_undone; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX penalties_undone ON records.penalty USING btree (subject_id, record_id, version_no) INCLUDE (annulled_on, is_withdrawn, known_at) WHERE (is_withdrawn OR (annulled_on IS NOT NULL));


--
-- Name: penalty_corrections; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX penalty_corrections ON records.penalty USING btree (subject_id, record_id, version_no) WHERE (version_no > 1);


--
-- Name: repair_result_corrections; Type: INDEX; Schema: records; Owner: -
--

CREATE INDEX repair_result_corrections ON records.repair_result USING btree (subject_id, record_id, version_no) WHERE (version_no > 1);


--
-- Name: responsibilities_by_person; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX responsibilities_by_person ON register.responsibility USING btree (person_id);


--
-- Name: subject_changes; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX subject_changes ON register.subject_version USING btree (subject_id, version_no) WHERE (version_no > 1);


--
-- Name: subjects_by_act; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX subjects_by_act ON register.subject USING btree (act_id);


--
-- Name: subjects_by_deregistration; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX subjects_by_deregistration ON register.subject_version USING btree (deregistered_on) INCLUDE (subject_id) WHERE (deregistered_on IS NOT NULL);


--
-- Name: subjects_by_knowledge; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX subjects_by_knowledge ON register.subject_version USING brin (known_at);


--
-- Name: subjects_by_name_part; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX subjects_by_name_part ON register.subject USING gin (name public.gin_trgm_ops);


--
-- Name: subjects_by_registration; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX subjects_by_registration ON register.subject_version USING btree (registered_on) INCLUDE (subject_id) WHERE (registered_on IS NOT NULL);


--
-- Name: subjects_by_reporting_unit; Type: INDEX; Schema: register; Owner: -
--

CREATE INDEX subjects_by_reporting_unit ON register.subject USING btree (reporting_unit_code);


--
-- Name: one_plan_a_year; Type: INDEX; Schema: supervision; Owner: -
--

CREATE UNIQUE INDEX one_plan_a_year ON supervision.plan USING btree (plan_year, agency_code);


--
-- Name: plan_lines_by_plan; Type: INDEX; Schema: supervision; Owner: -
--

CREATE INDEX plan_lines_by_plan ON supervision.plan_line USING btree (plan_id);


--
-- Name: populations_by_plan; Type: INDEX; Schema: supervision; Owner: -
--

CREATE INDEX populations_by_plan ON supervision.plan_population USING btree (plan_id, credit_code);


--
-- Name: document_number document_number_agency_code_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.document_number
    ADD CONSTRAINT document_number_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: issued_document issued_document_agency_code_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.issued_document
    ADD CONSTRAINT issued_document_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: issued_document issued_document_subject_id_case_id_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.issued_document
    ADD CONSTRAINT issued_document_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES cases.procedure_case(subject_id, case_id);


--
-- Name: issued_document issued_document_subject_id_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.issued_document
    ADD CONSTRAINT issued_document_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: owed_step owed_step_subject_id_case_id_step_no_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.owed_step
    ADD CONSTRAINT owed_step_subject_id_case_id_step_no_fkey FOREIGN KEY (subject_id, case_id, step_no) REFERENCES cases.step(subject_id, case_id, step_no);


--
-- Name: procedure_case procedure_case_agency_code_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.procedure_case
    ADD CONSTRAINT procedure_case_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: procedure_case procedure_case_clause_code_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.procedure_case
    ADD CONSTRAINT procedure_case_clause_code_fkey FOREIGN KEY (clause_code) REFERENCES law.clause(clause_code);


--
-- Name: procedure_case procedure_case_handler_code_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.procedure_case
    ADD CONSTRAINT procedure_case_handler_code_fkey FOREIGN KEY (handler_code) REFERENCES ops.officer(officer_code);


--
-- Name: procedure_case procedure_case_subject_id_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.procedure_case
    ADD CONSTRAINT procedure_case_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: step step_officer_code_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.step
    ADD CONSTRAINT step_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: step step_subject_id_case_id_fkey; Type: FK CONSTRAINT; Schema: cases; Owner: -
--

ALTER TABLE ONLY cases.step
    ADD CONSTRAINT step_subject_id_case_id_fkey FOREIGN KEY (subject_id, case_id) REFERENCES cases.procedure_case(subject_id, case_id);


--
-- Name: act act_officer_code_fkey; Type: FK CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.act
    ADD CONSTRAINT act_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: file file_officer_code_fkey; Type: FK CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.file
    ADD CONSTRAINT file_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: reject reject_file_id_fkey; Type: FK CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.reject
    ADD CONSTRAINT reject_file_id_fkey FOREIGN KEY (file_id) REFERENCES intake.file(file_id);


--
-- Name: vouched_code vouched_code_officer_code_fkey; Type: FK CONSTRAINT; Schema: intake; Owner: -
--

ALTER TABLE ONLY intake.vouched_code
    ADD CONSTRAINT vouched_code_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: calendar_exception calendar_exception_notice_code_fkey; Type: FK CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.calendar_exception
    ADD CONSTRAINT calendar_exception_notice_code_fkey FOREIGN KEY (notice_code) REFERENCES law.calendar_notice(notice_code);


--
-- Name: ground_phrase ground_phrase_clause_code_fkey; Type: FK CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.ground_phrase
    ADD CONSTRAINT ground_phrase_clause_code_fkey FOREIGN KEY (clause_code) REFERENCES law.clause(clause_code);


--
-- Name: policy policy_reading_code_option_code_fkey; Type: FK CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.policy
    ADD CONSTRAINT policy_reading_code_option_code_fkey FOREIGN KEY (reading_code, option_code) REFERENCES law.reading_option(reading_code, option_code);


--
-- Name: reading_option reading_option_reading_code_fkey; Type: FK CONSTRAINT; Schema: law; Owner: -
--

ALTER TABLE ONLY law.reading_option
    ADD CONSTRAINT reading_option_reading_code_fkey FOREIGN KEY (reading_code) REFERENCES law.reading(reading_code);


--
-- Name: form_line form_line_form_id_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.form_line
    ADD CONSTRAINT form_line_form_id_fkey FOREIGN KEY (form_id) REFERENCES lists.form(form_id);


--
-- Name: form form_reporting_unit_code_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.form
    ADD CONSTRAINT form_reporting_unit_code_fkey FOREIGN KEY (reporting_unit_code) REFERENCES ops.reporting_unit(reporting_unit_code);


--
-- Name: grade grade_grade_run_id_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.grade
    ADD CONSTRAINT grade_grade_run_id_fkey FOREIGN KEY (grade_run_id) REFERENCES lists.grade_run(grade_run_id);


--
-- Name: grade grade_subject_id_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.grade
    ADD CONSTRAINT grade_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: membership membership_agency_code_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership
    ADD CONSTRAINT membership_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: membership membership_clause_code_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership
    ADD CONSTRAINT membership_clause_code_fkey FOREIGN KEY (clause_code) REFERENCES law.clause(clause_code);


--
-- Name: membership membership_subject_id_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership
    ADD CONSTRAINT membership_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: membership_version membership_version_agency_code_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership_version
    ADD CONSTRAINT membership_version_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: membership_version membership_version_clause_code_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership_version
    ADD CONSTRAINT membership_version_clause_code_fkey FOREIGN KEY (clause_code) REFERENCES law.clause(clause_code);


--
-- Name: membership_version membership_version_subject_id_membership_id_fkey; Type: FK CONSTRAINT; Schema: lists; Owner: -
--

ALTER TABLE ONLY lists.membership_version
    ADD CONSTRAINT membership_version_subject_id_membership_id_fkey FOREIGN KEY (subject_id, membership_id) REFERENCES lists.membership(subject_id, membership_id);


--
-- Name: agency agency_parent_code_fkey; Type: FK CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.agency
    ADD CONSTRAINT agency_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES ops.agency(agency_code);


--
-- Name: officer officer_agency_code_fkey; Type: FK CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer
    ADD CONSTRAINT officer_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: officer_login officer_login_officer_code_fkey; Type: FK CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer_login
    ADD CONSTRAINT officer_login_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: officer_role_end officer_role_end_officer_code_role_code_fkey; Type: FK CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer_role_end
    ADD CONSTRAINT officer_role_end_officer_code_role_code_fkey FOREIGN KEY (officer_code, role_code) REFERENCES ops.officer_role(officer_code, role_code);


--
-- Name: officer_role officer_role_officer_code_fkey; Type: FK CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.officer_role
    ADD CONSTRAINT officer_role_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: reporting_unit reporting_unit_agency_code_fkey; Type: FK CONSTRAINT; Schema: ops; Owner: -
--

ALTER TABLE ONLY ops.reporting_unit
    ADD CONSTRAINT reporting_unit_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: batch batch_channel_code_fkey; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.batch
    ADD CONSTRAINT batch_channel_code_fkey FOREIGN KEY (channel_code) REFERENCES publication.channel(channel_code);


--
-- Name: channel_list channel_list_channel_code_fkey; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.channel_list
    ADD CONSTRAINT channel_list_channel_code_fkey FOREIGN KEY (channel_code) REFERENCES publication.channel(channel_code);


--
-- Name: entry entry_channel_code_fkey; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.entry
    ADD CONSTRAINT entry_channel_code_fkey FOREIGN KEY (channel_code) REFERENCES publication.channel(channel_code);


--
-- Name: entry entry_subject_id_fkey; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.entry
    ADD CONSTRAINT entry_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: item item_changes_an_entry; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.item
    ADD CONSTRAINT item_changes_an_entry FOREIGN KEY (subject_id, membership_id, channel_code) REFERENCES publication.entry(subject_id, membership_id, channel_code);


--
-- Name: read_back read_back_channel_code_fkey; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.read_back
    ADD CONSTRAINT read_back_channel_code_fkey FOREIGN KEY (channel_code) REFERENCES publication.channel(channel_code);


--
-- Name: receipt receipt_channel_code_fkey; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.receipt
    ADD CONSTRAINT receipt_channel_code_fkey FOREIGN KEY (channel_code) REFERENCES publication.channel(channel_code);


--
-- Name: stray stray_channel_code_fkey; Type: FK CONSTRAINT; Schema: publication; Owner: -
--

ALTER TABLE ONLY publication.stray
    ADD CONSTRAINT stray_channel_code_fkey FOREIGN KEY (channel_code) REFERENCES publication.channel(channel_code);


--
-- Name: accident accident_officer_code_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.accident
    ADD CONSTRAINT accident_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: accident accident_subject_id_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.accident
    ADD CONSTRAINT accident_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: ban ban_officer_code_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.ban
    ADD CONSTRAINT ban_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: ban ban_subject_id_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.ban
    ADD CONSTRAINT ban_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: certification certification_officer_code_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.certification
    ADD CONSTRAINT certification_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: certification certification_subject_id_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.certification
    ADD CONSTRAINT certification_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: honour honour_officer_code_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.honour
    ADD CONSTRAINT honour_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: honour honour_subject_id_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.honour
    ADD CONSTRAINT honour_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: penalty penalty_agency_code_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.penalty
    ADD CONSTRAINT penalty_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: penalty penalty_officer_code_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.penalty
    ADD CONSTRAINT penalty_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: penalty penalty_subject_id_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.penalty
    ADD CONSTRAINT penalty_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: repair_result repair_result_officer_code_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.repair_result
    ADD CONSTRAINT repair_result_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: repair_result repair_result_subject_id_fkey; Type: FK CONSTRAINT; Schema: records; Owner: -
--

ALTER TABLE ONLY records.repair_result
    ADD CONSTRAINT repair_result_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: licence licence_subject_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.licence
    ADD CONSTRAINT licence_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: person person_subject_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.person
    ADD CONSTRAINT person_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: responsibility_end responsibility_end_subject_id_responsibility_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.responsibility_end
    ADD CONSTRAINT responsibility_end_subject_id_responsibility_id_fkey FOREIGN KEY (subject_id, responsibility_id) REFERENCES register.responsibility(subject_id, responsibility_id);


--
-- Name: responsibility responsibility_subject_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.responsibility
    ADD CONSTRAINT responsibility_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: reveal reveal_officer_code_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.reveal
    ADD CONSTRAINT reveal_officer_code_fkey FOREIGN KEY (officer_code) REFERENCES ops.officer(officer_code);


--
-- Name: reveal reveal_subject_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.reveal
    ADD CONSTRAINT reveal_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: subject_identifier subject_identifier_subject_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.subject_identifier
    ADD CONSTRAINT subject_identifier_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: subject subject_reporting_unit_code_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.subject
    ADD CONSTRAINT subject_reporting_unit_code_fkey FOREIGN KEY (reporting_unit_code) REFERENCES ops.reporting_unit(reporting_unit_code);


--
-- Name: subject_version subject_version_reporting_unit_code_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.subject_version
    ADD CONSTRAINT subject_version_reporting_unit_code_fkey FOREIGN KEY (reporting_unit_code) REFERENCES ops.reporting_unit(reporting_unit_code);


--
-- Name: subject_version subject_version_subject_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.subject_version
    ADD CONSTRAINT subject_version_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: succession succession_subject_id_fkey; Type: FK CONSTRAINT; Schema: register; Owner: -
--

ALTER TABLE ONLY register.succession
    ADD CONSTRAINT succession_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: plan plan_agency_code_fkey; Type: FK CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan
    ADD CONSTRAINT plan_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES ops.agency(agency_code);


--
-- Name: plan_line plan_line_plan_id_plan_year_fkey; Type: FK CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan_line
    ADD CONSTRAINT plan_line_plan_id_plan_year_fkey FOREIGN KEY (plan_id, plan_year) REFERENCES supervision.plan(plan_id, plan_year);


--
-- Name: plan_line plan_line_subject_id_fkey; Type: FK CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan_line
    ADD CONSTRAINT plan_line_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: plan_population plan_population_plan_id_fkey; Type: FK CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan_population
    ADD CONSTRAINT plan_population_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES supervision.plan(plan_id);


--
-- Name: plan_population plan_population_subject_id_fkey; Type: FK CONSTRAINT; Schema: supervision; Owner: -
--

ALTER TABLE ONLY supervision.plan_population
    ADD CONSTRAINT plan_population_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register.subject(subject_id);


--
-- Name: SCHEMA cases; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA cases TO anxin_worker;


--
-- Name: SCHEMA intake; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA intake TO anxin_worker;


--
-- Name: SCHEMA law; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA law TO anxin_worker;
GRANT USAGE ON SCHEMA law TO anxin_officer;


--
-- Name: SCHEMA lists; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA lists TO anxin_worker;


--
-- Name: SCHEMA ops; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA ops TO anxin_worker;
GRANT USAGE ON SCHEMA ops TO anxin_officer;
GRANT USAGE ON SCHEMA ops TO anxin_publisher;
GRANT USAGE ON SCHEMA ops TO anxin_revealer;


--
-- Name: SCHEMA publication; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA publication TO anxin_worker;
GRANT USAGE ON SCHEMA publication TO anxin_publisher;


--
-- Name: SCHEMA records; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA records TO anxin_worker;


--
-- Name: SCHEMA register; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA register TO anxin_worker;
GRANT USAGE ON SCHEMA register TO anxin_revealer;


--
-- Name: SCHEMA reports; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA reports TO anxin_worker;
GRANT USAGE ON SCHEMA reports TO anxin_analyst;
GRANT USAGE ON SCHEMA reports TO anxin_officer;


--
-- Name: SCHEMA supervision; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA supervision TO anxin_worker;


--
-- Name: TABLE parameter; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT,INSERT ON TABLE law.parameter TO anxin_worker;
GRANT SELECT ON TABLE law.parameter TO anxin_officer;


--
-- Name: TABLE policy; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT,INSERT ON TABLE law.policy TO anxin_worker;
GRANT SELECT ON TABLE law.policy TO anxin_officer;


--
-- Name: TABLE reading_option; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT ON TABLE law.reading_option TO anxin_worker;
GRANT SELECT ON TABLE law.reading_option TO anxin_officer;


--
-- Name: FUNCTION policy_regime(reading_code text); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.policy_regime(reading_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION law.policy_regime(reading_code text) TO anxin_worker;
GRANT ALL ON FUNCTION law.policy_regime(reading_code text) TO anxin_officer;


--
-- Name: TABLE calendar_day; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE law.calendar_day TO anxin_worker;
GRANT SELECT ON TABLE law.calendar_day TO anxin_officer;


--
-- Name: FUNCTION moved_last_day(); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.moved_last_day() FROM PUBLIC;
GRANT ALL ON FUNCTION law.moved_last_day() TO anxin_worker;
GRANT ALL ON FUNCTION law.moved_last_day() TO anxin_officer;


--
-- Name: SEQUENCE register_id; Type: ACL; Schema: ops; Owner: -
--

GRANT USAGE ON SEQUENCE ops.register_id TO anxin_worker;


--
-- Name: TABLE procedure_case; Type: ACL; Schema: cases; Owner: -
--

GRANT SELECT,INSERT ON TABLE cases.procedure_case TO anxin_worker;


--
-- Name: TABLE step; Type: ACL; Schema: cases; Owner: -
--

GRANT SELECT,INSERT ON TABLE cases.step TO anxin_worker;


--
-- Name: TABLE membership; Type: ACL; Schema: lists; Owner: -
--

GRANT SELECT,INSERT ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.published_on; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(published_on) ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.ended_on; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(ended_on) ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.end_reason; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(end_reason) ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.end_decision_number; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(end_decision_number) ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.expired_on; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(expired_on) ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.version_no; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(version_no) ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.act_id; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(act_id) ON TABLE lists.membership TO anxin_worker;


--
-- Name: COLUMN membership.known_at; Type: ACL; Schema: lists; Owner: -
--

GRANT UPDATE(known_at) ON TABLE lists.membership TO anxin_worker;


--
-- Name: FUNCTION moot_case(as_of date); Type: ACL; Schema: cases; Owner: -
--

REVOKE ALL ON FUNCTION cases.moot_case(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION cases.moot_case(as_of date) TO anxin_worker;


--
-- Name: FUNCTION parameter_value(parameter_code text, as_of date); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.parameter_value(parameter_code text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION law.parameter_value(parameter_code text, as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION law.parameter_value(parameter_code text, as_of date) TO anxin_officer;


--
-- Name: TABLE accident; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT,INSERT ON TABLE records.accident TO anxin_worker;


--
-- Name: FUNCTION accident_as_known(known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.accident_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.accident_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION answered_accident(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.answered_accident(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.answered_accident(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE penalty; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT,INSERT ON TABLE records.penalty TO anxin_worker;


--
-- Name: FUNCTION penalty_as_known(known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.penalty_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.penalty_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE agency; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.agency TO anxin_worker;
GRANT SELECT ON TABLE ops.agency TO anxin_officer;


--
-- Name: FUNCTION listing_penalty(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.listing_penalty(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.listing_penalty(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION punished_accident(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.punished_accident(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.punished_accident(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_da1(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_da1(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_da1(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_da2(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_da2(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_da2(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_da3(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_da3(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_da3(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_da4(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_da4(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_da4(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE clause; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT ON TABLE law.clause TO anxin_worker;
GRANT SELECT ON TABLE law.clause TO anxin_officer;


--
-- Name: TABLE ground_phrase; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT ON TABLE law.ground_phrase TO anxin_worker;
GRANT SELECT ON TABLE law.ground_phrase TO anxin_officer;


--
-- Name: FUNCTION phrased_penalty(clause_code text, as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.phrased_penalty(clause_code text, as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.phrased_penalty(clause_code text, as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_da5(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_da5(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_da5(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_do1(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_do1(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_do1(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE subject_version; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.subject_version TO anxin_worker;


--
-- Name: FUNCTION subject_as_known(known_at timestamp with time zone); Type: ACL; Schema: register; Owner: -
--

REVOKE ALL ON FUNCTION register.subject_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION register.subject_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_do2(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_do2(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_do2(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_do3(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_do3(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_do3(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION ground_do4(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ground_do4(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ground_do4(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE membership_version; Type: ACL; Schema: lists; Owner: -
--

GRANT SELECT,INSERT ON TABLE lists.membership_version TO anxin_worker;


--
-- Name: FUNCTION proposed_listing(as_of date, known_at timestamp with time zone); Type: ACL; Schema: cases; Owner: -
--

REVOKE ALL ON FUNCTION cases.proposed_listing(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION cases.proposed_listing(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE responsibility; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.responsibility TO anxin_worker;


--
-- Name: TABLE responsibility_end; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.responsibility_end TO anxin_worker;


--
-- Name: FUNCTION new_ground(subject_id bigint, listed_on date, as_of date); Type: ACL; Schema: cases; Owner: -
--

REVOKE ALL ON FUNCTION cases.new_ground(subject_id bigint, listed_on date, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION cases.new_ground(subject_id bigint, listed_on date, as_of date) TO anxin_worker;


--
-- Name: FUNCTION objection_pending(as_of date, known_at timestamp with time zone); Type: ACL; Schema: cases; Owner: -
--

REVOKE ALL ON FUNCTION cases.objection_pending(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION cases.objection_pending(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE owed_step; Type: ACL; Schema: cases; Owner: -
--

GRANT SELECT,INSERT ON TABLE cases.owed_step TO anxin_worker;


--
-- Name: FUNCTION open_deadline(as_of date); Type: ACL; Schema: cases; Owner: -
--

REVOKE ALL ON FUNCTION cases.open_deadline(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION cases.open_deadline(as_of date) TO anxin_worker;


--
-- Name: FUNCTION cluster_id(); Type: ACL; Schema: intake; Owner: -
--

REVOKE ALL ON FUNCTION intake.cluster_id() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.cluster_id() TO anxin_worker;


--
-- Name: FUNCTION refresh_statistics(); Type: ACL; Schema: intake; Owner: -
--

REVOKE ALL ON FUNCTION intake.refresh_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.refresh_statistics() TO anxin_worker;


--
-- Name: FUNCTION first_day_within(months integer, as_of date); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.first_day_within(months integer, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION law.first_day_within(months integer, as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION law.first_day_within(months integer, as_of date) TO anxin_officer;


--
-- Name: FUNCTION parameter_regime(parameter_code text); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.parameter_regime(parameter_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION law.parameter_regime(parameter_code text) TO anxin_worker;
GRANT ALL ON FUNCTION law.parameter_regime(parameter_code text) TO anxin_officer;


--
-- Name: FUNCTION policy_option(reading_code text, as_of date); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.policy_option(reading_code text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION law.policy_option(reading_code text, as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION law.policy_option(reading_code text, as_of date) TO anxin_officer;


--
-- Name: TABLE reading; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT ON TABLE law.reading TO anxin_worker;
GRANT SELECT ON TABLE law.reading TO anxin_officer;


--
-- Name: FUNCTION policy_stamp(as_of date); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.policy_stamp(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION law.policy_stamp(as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION law.policy_stamp(as_of date) TO anxin_officer;


--
-- Name: TABLE calendar_exception; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT,INSERT ON TABLE law.calendar_exception TO anxin_worker;
GRANT SELECT ON TABLE law.calendar_exception TO anxin_officer;


--
-- Name: TABLE calendar_notice; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT,INSERT ON TABLE law.calendar_notice TO anxin_worker;
GRANT SELECT ON TABLE law.calendar_notice TO anxin_officer;


--
-- Name: FUNCTION rebuild_calendar(); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.rebuild_calendar() FROM PUBLIC;
GRANT ALL ON FUNCTION law.rebuild_calendar() TO anxin_worker;


--
-- Name: FUNCTION removal_term(); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.removal_term() FROM PUBLIC;
GRANT ALL ON FUNCTION law.removal_term() TO anxin_worker;
GRANT ALL ON FUNCTION law.removal_term() TO anxin_officer;


--
-- Name: FUNCTION window_first_day(parameter_code text, as_of date); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.window_first_day(parameter_code text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION law.window_first_day(parameter_code text, as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION law.window_first_day(parameter_code text, as_of date) TO anxin_officer;


--
-- Name: FUNCTION window_term(parameter_code text, as_of date); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.window_term(parameter_code text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION law.window_term(parameter_code text, as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION law.window_term(parameter_code text, as_of date) TO anxin_officer;


--
-- Name: FUNCTION rule_set_on(as_of date); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.rule_set_on(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION law.rule_set_on(as_of date) TO anxin_worker;


--
-- Name: FUNCTION working_day_due(starts_on date, working_days integer, OUT due_on date, OUT is_provisional boolean); Type: ACL; Schema: law; Owner: -
--

REVOKE ALL ON FUNCTION law.working_day_due(starts_on date, working_days integer, OUT due_on date, OUT is_provisional boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION law.working_day_due(starts_on date, working_days integer, OUT due_on date, OUT is_provisional boolean) TO anxin_worker;
GRANT ALL ON FUNCTION law.working_day_due(starts_on date, working_days integer, OUT due_on date, OUT is_provisional boolean) TO anxin_officer;


--
-- Name: FUNCTION changed_grade(subjects bigint[], as_of date, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.changed_grade(subjects bigint[], as_of date, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.changed_grade(subjects bigint[], as_of date, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION counted_accident(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.counted_accident(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.counted_accident(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: TABLE certification; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT,INSERT ON TABLE records.certification TO anxin_worker;


--
-- Name: FUNCTION certification_as_known(known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.certification_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.certification_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION counted_certification(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.counted_certification(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.counted_certification(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: TABLE honour; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT,INSERT ON TABLE records.honour TO anxin_worker;


--
-- Name: FUNCTION honour_as_known(known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.honour_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.honour_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION counted_honour(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.counted_honour(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.counted_honour(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION membership_as_known(known_at timestamp with time zone); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.membership_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.membership_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE succession; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.succession TO anxin_worker;


--
-- Name: FUNCTION membership_by_law(known_at timestamp with time zone); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.membership_by_law(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.membership_by_law(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE repair_result; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT,INSERT ON TABLE records.repair_result TO anxin_worker;


--
-- Name: FUNCTION repair_result_as_known(known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.repair_result_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.repair_result_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION counted_membership(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.counted_membership(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.counted_membership(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION penalty_of_principal(known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.penalty_of_principal(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.penalty_of_principal(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION counted_penalised(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.counted_penalised(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.counted_penalised(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION penalty_imputed(rules law.rule_set, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.penalty_imputed(rules law.rule_set, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.penalty_imputed(rules law.rule_set, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION counted_penalty(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.counted_penalty(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.counted_penalty(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION clause_window(as_of date, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.clause_window(as_of date, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.clause_window(as_of date, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_a1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_a1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_a1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_a2(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_a2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_a2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_a3(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_a3(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_a3(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_a4(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_a4(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_a4(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_b1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_b1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_b1_failure(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_b2(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_b2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_b2(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_c(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_c(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_c(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION criterion_d(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.criterion_d(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.criterion_d(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION findings(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.findings(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.findings(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION grade_among(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.grade_among(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.grade_among(subjects bigint[], as_of date, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION grade_by_marks(conditions_of_a text, marks integer); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.grade_by_marks(conditions_of_a text, marks integer) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.grade_by_marks(conditions_of_a text, marks integer) TO anxin_worker;


--
-- Name: FUNCTION grade_finding(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.grade_finding(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.grade_finding(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION grade_trace(subject_id bigint, as_of date, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.grade_trace(subject_id bigint, as_of date, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.grade_trace(subject_id bigint, as_of date, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION sorted(ids bigint[]); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.sorted(ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.sorted(ids bigint[]) TO anxin_worker;


--
-- Name: FUNCTION in_order(ids bigint[]); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.in_order(ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.in_order(ids bigint[]) TO anxin_worker;


--
-- Name: FUNCTION meets_a(conditions_of_a text, findings jsonb); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.meets_a(conditions_of_a text, findings jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.meets_a(conditions_of_a text, findings jsonb) TO anxin_worker;
GRANT ALL ON FUNCTION lists.meets_a(conditions_of_a text, findings jsonb) TO anxin_officer;


--
-- Name: FUNCTION membership_in_force(as_of date, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.membership_in_force(as_of date, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.membership_in_force(as_of date, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION is_credit_code(code text); Type: ACL; Schema: register; Owner: -
--

REVOKE ALL ON FUNCTION register.is_credit_code(code text) FROM PUBLIC;
GRANT ALL ON FUNCTION register.is_credit_code(code text) TO anxin_worker;


--
-- Name: TABLE reporting_unit; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.reporting_unit TO anxin_worker;
GRANT SELECT ON TABLE ops.reporting_unit TO anxin_officer;


--
-- Name: TABLE subject_identifier; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.subject_identifier TO anxin_worker;


--
-- Name: FUNCTION membership_state(as_of date, known_at timestamp with time zone); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.membership_state(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.membership_state(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION membership_to_transfer(subject_id bigint, as_of date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.membership_to_transfer(subject_id bigint, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.membership_to_transfer(subject_id bigint, as_of date) TO anxin_worker;


--
-- Name: FUNCTION missing_ground(unit_id bigint, penalty_id bigint, clause_code text, as_of date); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.missing_ground(unit_id bigint, penalty_id bigint, clause_code text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION records.missing_ground(unit_id bigint, penalty_id bigint, clause_code text, as_of date) TO anxin_worker;


--
-- Name: FUNCTION membership_without_accident(unit_id bigint, accident_record_id bigint, as_of date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.membership_without_accident(unit_id bigint, accident_record_id bigint, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.membership_without_accident(unit_id bigint, accident_record_id bigint, as_of date) TO anxin_worker;


--
-- Name: FUNCTION near_miss(conditions_of_a text, findings jsonb); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.near_miss(conditions_of_a text, findings jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.near_miss(conditions_of_a text, findings jsonb) TO anxin_worker;
GRANT ALL ON FUNCTION lists.near_miss(conditions_of_a text, findings jsonb) TO anxin_officer;


--
-- Name: FUNCTION reasons_digest(clause_codes text[], evidence_ids bigint[]); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.reasons_digest(clause_codes text[], evidence_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.reasons_digest(clause_codes text[], evidence_ids bigint[]) TO anxin_worker;


--
-- Name: FUNCTION replayed_grade(conditions_of_a text, findings jsonb); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.replayed_grade(conditions_of_a text, findings jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.replayed_grade(conditions_of_a text, findings jsonb) TO anxin_worker;
GRANT ALL ON FUNCTION lists.replayed_grade(conditions_of_a text, findings jsonb) TO anxin_officer;


--
-- Name: TABLE grade; Type: ACL; Schema: lists; Owner: -
--

GRANT SELECT,INSERT ON TABLE lists.grade TO anxin_worker;


--
-- Name: FUNCTION stored_grade(subjects bigint[], as_of date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.stored_grade(subjects bigint[], as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.stored_grade(subjects bigint[], as_of date) TO anxin_worker;


--
-- Name: FUNCTION subject_grade(as_of date, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.subject_grade(as_of date, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.subject_grade(as_of date, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION subject_mark(rules law.rule_set, known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.subject_mark(rules law.rule_set, known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.subject_mark(rules law.rule_set, known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION subject_grade_of(rules law.rule_set, subjects bigint[], known_at timestamp with time zone, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.subject_grade_of(rules law.rule_set, subjects bigint[], known_at timestamp with time zone, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.subject_grade_of(rules law.rule_set, subjects bigint[], known_at timestamp with time zone, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION suspect_grade(as_of date, last_event_on date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.suspect_grade(as_of date, last_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.suspect_grade(as_of date, last_event_on date) TO anxin_worker;


--
-- Name: FUNCTION suspect_grade_within(as_of date, last_event_on date, first_id bigint, end_id bigint); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.suspect_grade_within(as_of date, last_event_on date, first_id bigint, end_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.suspect_grade_within(as_of date, last_event_on date, first_id bigint, end_id bigint) TO anxin_worker;


--
-- Name: FUNCTION touched_subject(known_since timestamp with time zone, day date, events_to date, new_day date, new_events_to date); Type: ACL; Schema: lists; Owner: -
--

REVOKE ALL ON FUNCTION lists.touched_subject(known_since timestamp with time zone, day date, events_to date, new_day date, new_events_to date) FROM PUBLIC;
GRANT ALL ON FUNCTION lists.touched_subject(known_since timestamp with time zone, day date, events_to date, new_day date, new_events_to date) TO anxin_worker;


--
-- Name: TABLE officer; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,INSERT ON TABLE ops.officer TO anxin_worker;
GRANT SELECT ON TABLE ops.officer TO anxin_officer;


--
-- Name: COLUMN officer.name; Type: ACL; Schema: ops; Owner: -
--

GRANT UPDATE(name) ON TABLE ops.officer TO anxin_worker;


--
-- Name: COLUMN officer.agency_code; Type: ACL; Schema: ops; Owner: -
--

GRANT UPDATE(agency_code) ON TABLE ops.officer TO anxin_worker;


--
-- Name: COLUMN officer.is_active; Type: ACL; Schema: ops; Owner: -
--

GRANT UPDATE(is_active) ON TABLE ops.officer TO anxin_worker;


--
-- Name: TABLE officer_login; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.officer_login TO anxin_worker;


--
-- Name: COLUMN officer_login.login; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(login) ON TABLE ops.officer_login TO anxin_worker;


--
-- Name: COLUMN officer_login.officer_code; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(officer_code) ON TABLE ops.officer_login TO anxin_worker;


--
-- Name: COLUMN officer_login.act_id; Type: ACL; Schema: ops; Owner: -
--

GRANT INSERT(act_id) ON TABLE ops.officer_login TO anxin_worker;


--
-- Name: FUNCTION agencies_in_reach(); Type: ACL; Schema: ops; Owner: -
--

REVOKE ALL ON FUNCTION ops.agencies_in_reach() FROM PUBLIC;


--
-- Name: FUNCTION lo_creat(integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;


--
-- Name: FUNCTION lo_create(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;


--
-- Name: FUNCTION lo_from_bytea(oid, bytea); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;


--
-- Name: FUNCTION lo_put(oid, bigint, bytea); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) FROM PUBLIC;


--
-- Name: FUNCTION lowrite(integer, bytea); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) FROM PUBLIC;


--
-- Name: FUNCTION pg_advisory_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_unlock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_unlock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_unlock_all(); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_all() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_all() TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_all() TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_unlock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_unlock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_xact_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_xact_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_xact_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_advisory_xact_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_xact_lock(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_xact_lock(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_xact_lock_shared(bigint); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) TO anxin_worker;


--
-- Name: FUNCTION pg_try_advisory_xact_lock_shared(integer, integer); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) TO anxin_owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) TO anxin_worker;


--
-- Name: TABLE channel; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.channel TO anxin_worker;
GRANT SELECT ON TABLE publication.channel TO anxin_publisher;


--
-- Name: COLUMN channel.is_paused; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(is_paused) ON TABLE publication.channel TO anxin_worker;


--
-- Name: COLUMN channel.items_per_minute; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(items_per_minute) ON TABLE publication.channel TO anxin_worker;


--
-- Name: COLUMN channel.paced_until; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(paced_until) ON TABLE publication.channel TO anxin_worker;


--
-- Name: COLUMN channel.reconciled_on; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(reconciled_on) ON TABLE publication.channel TO anxin_worker;


--
-- Name: TABLE channel_list; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.channel_list TO anxin_worker;
GRANT SELECT ON TABLE publication.channel_list TO anxin_publisher;


--
-- Name: FUNCTION channel_of(list_code text, is_person boolean, is_open_on_platform boolean); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.channel_of(list_code text, is_person boolean, is_open_on_platform boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.channel_of(list_code text, is_person boolean, is_open_on_platform boolean) TO anxin_worker;


--
-- Name: TABLE person; Type: ACL; Schema: register; Owner: -
--

GRANT INSERT ON TABLE register.person TO anxin_worker;


--
-- Name: COLUMN person.subject_id; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT(subject_id) ON TABLE register.person TO anxin_worker;


--
-- Name: COLUMN person.masked_number; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT(masked_number) ON TABLE register.person TO anxin_worker;


--
-- Name: COLUMN person.key_id; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT(key_id) ON TABLE register.person TO anxin_worker;


--
-- Name: TABLE subject; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.kind; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(kind) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.name; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(name) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.sort_key; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(sort_key) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.reporting_unit_code; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(reporting_unit_code) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.industry_code; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(industry_code) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.enterprise_type; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(enterprise_type) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.business_scope; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(business_scope) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.registered_address; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(registered_address) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.legal_representative; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(legal_representative) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.registered_on; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(registered_on) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.deregistered_on; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(deregistered_on) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.version_no; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(version_no) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.act_id; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(act_id) ON TABLE register.subject TO anxin_worker;


--
-- Name: COLUMN subject.known_at; Type: ACL; Schema: register; Owner: -
--

GRANT UPDATE(known_at) ON TABLE register.subject TO anxin_worker;


--
-- Name: TABLE measure; Type: ACL; Schema: supervision; Owner: -
--

GRANT SELECT,INSERT ON TABLE supervision.measure TO anxin_worker;


--
-- Name: FUNCTION entry_content(as_of date, subject_id bigint, membership_id bigint); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.entry_content(as_of date, subject_id bigint, membership_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.entry_content(as_of date, subject_id bigint, membership_id bigint) TO anxin_worker;


--
-- Name: FUNCTION credit_china_term(as_of date); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.credit_china_term(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION records.credit_china_term(as_of date) TO anxin_worker;


--
-- Name: FUNCTION showing(as_of date); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.showing(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.showing(as_of date) TO anxin_worker;


--
-- Name: TABLE entry; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.entry TO anxin_worker;
GRANT SELECT ON TABLE publication.entry TO anxin_publisher;


--
-- Name: COLUMN entry.last_version; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(last_version) ON TABLE publication.entry TO anxin_worker;


--
-- Name: COLUMN entry.state; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(state) ON TABLE publication.entry TO anxin_worker;


--
-- Name: COLUMN entry.shown_version; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(shown_version) ON TABLE publication.entry TO anxin_worker;


--
-- Name: COLUMN entry.shown_sha256; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(shown_sha256) ON TABLE publication.entry TO anxin_worker;


--
-- Name: COLUMN entry.proven_at; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(proven_at) ON TABLE publication.entry TO anxin_worker;


--
-- Name: COLUMN entry.last_stamp; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(last_stamp) ON TABLE publication.entry TO anxin_worker;


--
-- Name: COLUMN entry.proven_version; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(proven_version) ON TABLE publication.entry TO anxin_worker;


--
-- Name: FUNCTION suspect(as_of date); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.suspect(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.suspect(as_of date) TO anxin_worker;


--
-- Name: TABLE batch; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE publication.batch TO anxin_worker;
GRANT SELECT ON TABLE publication.batch TO anxin_publisher;


--
-- Name: COLUMN batch.lease_token; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(lease_token) ON TABLE publication.batch TO anxin_worker;


--
-- Name: COLUMN batch.leased_until; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(leased_until) ON TABLE publication.batch TO anxin_worker;


--
-- Name: TABLE item; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE publication.item TO anxin_worker;
GRANT SELECT ON TABLE publication.item TO anxin_publisher;


--
-- Name: COLUMN item.due_on; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(due_on) ON TABLE publication.item TO anxin_worker;


--
-- Name: COLUMN item.is_due_provisional; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(is_due_provisional) ON TABLE publication.item TO anxin_worker;


--
-- Name: COLUMN item.state; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(state) ON TABLE publication.item TO anxin_worker;


--
-- Name: COLUMN item.attempt_count; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(attempt_count) ON TABLE publication.item TO anxin_worker;


--
-- Name: COLUMN item.next_attempt_at; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(next_attempt_at) ON TABLE publication.item TO anxin_worker;


--
-- Name: COLUMN item.last_fault; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(last_fault) ON TABLE publication.item TO anxin_worker;


--
-- Name: COLUMN item.batch_id; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(batch_id) ON TABLE publication.item TO anxin_worker;


--
-- Name: COLUMN item.unproven_count; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(unproven_count) ON TABLE publication.item TO anxin_worker;


--
-- Name: FUNCTION difference(as_of date); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.difference(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.difference(as_of date) TO anxin_worker;


--
-- Name: FUNCTION due_channel(subject_id bigint, membership_id bigint, as_of date); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.due_channel(subject_id bigint, membership_id bigint, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.due_channel(subject_id bigint, membership_id bigint, as_of date) TO anxin_worker;


--
-- Name: TABLE act; Type: ACL; Schema: intake; Owner: -
--

GRANT SELECT ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.subject_id; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(subject_id) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.act_id; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(act_id) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.act; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(act) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.key; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(key) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.acted_on; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(acted_on) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.officer_code; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(officer_code) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.payload; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(payload) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.refusal_code; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(refusal_code) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.result; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(result) ON TABLE intake.act TO anxin_worker;


--
-- Name: COLUMN act.cluster_id; Type: ACL; Schema: intake; Owner: -
--

GRANT INSERT(cluster_id) ON TABLE intake.act TO anxin_worker;


--
-- Name: TABLE delivery; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.delivery TO anxin_worker;
GRANT SELECT ON TABLE publication.delivery TO anxin_publisher;


--
-- Name: FUNCTION proof(subject_id bigint, membership_id bigint, as_of date); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.proof(subject_id bigint, membership_id bigint, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.proof(subject_id bigint, membership_id bigint, as_of date) TO anxin_worker;


--
-- Name: FUNCTION skip_ids(beyond bigint); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.skip_ids(beyond bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.skip_ids(beyond bigint) TO anxin_worker;


--
-- Name: FUNCTION wanted(as_of date); Type: ACL; Schema: publication; Owner: -
--

REVOKE ALL ON FUNCTION publication.wanted(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION publication.wanted(as_of date) TO anxin_worker;


--
-- Name: FUNCTION article_114_doubt(as_of date, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.article_114_doubt(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.article_114_doubt(as_of date, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: TABLE ban; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT,INSERT ON TABLE records.ban TO anxin_worker;


--
-- Name: FUNCTION ban_as_known(known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.ban_as_known(known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.ban_as_known(known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION record_phrase(subject_id bigint, known_at timestamp with time zone); Type: ACL; Schema: records; Owner: -
--

REVOKE ALL ON FUNCTION records.record_phrase(subject_id bigint, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION records.record_phrase(subject_id bigint, known_at timestamp with time zone) TO anxin_worker;


--
-- Name: FUNCTION reveal_number(subject_id bigint, officer_code text, reason text); Type: ACL; Schema: register; Owner: -
--

REVOKE ALL ON FUNCTION register.reveal_number(subject_id bigint, officer_code text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION register.reveal_number(subject_id bigint, officer_code text, reason text) TO anxin_revealer;


--
-- Name: FUNCTION deadline_on(as_of date); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.deadline_on(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.deadline_on(as_of date) TO anxin_analyst;
GRANT ALL ON FUNCTION reports.deadline_on(as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION reports.deadline_on(as_of date) TO anxin_officer;


--
-- Name: TABLE issued_document; Type: ACL; Schema: cases; Owner: -
--

GRANT SELECT,INSERT ON TABLE cases.issued_document TO anxin_worker;


--
-- Name: FUNCTION issued_documents(); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.issued_documents() FROM PUBLIC;
GRANT ALL ON FUNCTION reports.issued_documents() TO anxin_analyst;
GRANT ALL ON FUNCTION reports.issued_documents() TO anxin_worker;
GRANT ALL ON FUNCTION reports.issued_documents() TO anxin_officer;


--
-- Name: FUNCTION membership_on(as_of date, known_at timestamp with time zone); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.membership_on(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.membership_on(as_of date, known_at timestamp with time zone) TO anxin_analyst;
GRANT ALL ON FUNCTION reports.membership_on(as_of date, known_at timestamp with time zone) TO anxin_worker;
GRANT ALL ON FUNCTION reports.membership_on(as_of date, known_at timestamp with time zone) TO anxin_officer;


--
-- Name: TABLE plan; Type: ACL; Schema: supervision; Owner: -
--

GRANT SELECT,INSERT ON TABLE supervision.plan TO anxin_worker;


--
-- Name: TABLE plan_line; Type: ACL; Schema: supervision; Owner: -
--

GRANT SELECT,INSERT ON TABLE supervision.plan_line TO anxin_worker;


--
-- Name: FUNCTION plan_lines(plan_year integer); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.plan_lines(plan_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.plan_lines(plan_year integer) TO anxin_analyst;
GRANT ALL ON FUNCTION reports.plan_lines(plan_year integer) TO anxin_worker;
GRANT ALL ON FUNCTION reports.plan_lines(plan_year integer) TO anxin_officer;


--
-- Name: FUNCTION draw_key(seed text, credit_code text); Type: ACL; Schema: supervision; Owner: -
--

REVOKE ALL ON FUNCTION supervision.draw_key(seed text, credit_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION supervision.draw_key(seed text, credit_code text) TO anxin_worker;


--
-- Name: TABLE plan_population; Type: ACL; Schema: supervision; Owner: -
--

GRANT SELECT,INSERT ON TABLE supervision.plan_population TO anxin_worker;


--
-- Name: FUNCTION plan_populations(plan_year integer); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.plan_populations(plan_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.plan_populations(plan_year integer) TO anxin_analyst;
GRANT ALL ON FUNCTION reports.plan_populations(plan_year integer) TO anxin_worker;
GRANT ALL ON FUNCTION reports.plan_populations(plan_year integer) TO anxin_officer;


--
-- Name: FUNCTION publication_proof(as_of date); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.publication_proof(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.publication_proof(as_of date) TO anxin_analyst;
GRANT ALL ON FUNCTION reports.publication_proof(as_of date) TO anxin_worker;
GRANT ALL ON FUNCTION reports.publication_proof(as_of date) TO anxin_officer;


--
-- Name: FUNCTION statistics_form(form_year integer, reporting_unit_code text, known_at timestamp with time zone); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.statistics_form(form_year integer, reporting_unit_code text, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.statistics_form(form_year integer, reporting_unit_code text, known_at timestamp with time zone) TO anxin_analyst;
GRANT ALL ON FUNCTION reports.statistics_form(form_year integer, reporting_unit_code text, known_at timestamp with time zone) TO anxin_worker;
GRANT ALL ON FUNCTION reports.statistics_form(form_year integer, reporting_unit_code text, known_at timestamp with time zone) TO anxin_officer;


--
-- Name: TABLE grade_run; Type: ACL; Schema: lists; Owner: -
--

GRANT SELECT,INSERT ON TABLE lists.grade_run TO anxin_worker;


--
-- Name: FUNCTION stored_grade(); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.stored_grade() FROM PUBLIC;
GRANT ALL ON FUNCTION reports.stored_grade() TO anxin_analyst;
GRANT ALL ON FUNCTION reports.stored_grade() TO anxin_worker;
GRANT ALL ON FUNCTION reports.stored_grade() TO anxin_officer;


--
-- Name: FUNCTION subject_on(as_of date, known_at timestamp with time zone); Type: ACL; Schema: reports; Owner: -
--

REVOKE ALL ON FUNCTION reports.subject_on(as_of date, known_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION reports.subject_on(as_of date, known_at timestamp with time zone) TO anxin_analyst;
GRANT ALL ON FUNCTION reports.subject_on(as_of date, known_at timestamp with time zone) TO anxin_worker;
GRANT ALL ON FUNCTION reports.subject_on(as_of date, known_at timestamp with time zone) TO anxin_officer;


--
-- Name: FUNCTION grade_frequency(as_of date); Type: ACL; Schema: supervision; Owner: -
--

REVOKE ALL ON FUNCTION supervision.grade_frequency(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION supervision.grade_frequency(as_of date) TO anxin_worker;


--
-- Name: FUNCTION plan_duty(plan_year integer, as_of date); Type: ACL; Schema: supervision; Owner: -
--

REVOKE ALL ON FUNCTION supervision.plan_duty(plan_year integer, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION supervision.plan_duty(plan_year integer, as_of date) TO anxin_worker;


--
-- Name: TABLE override; Type: ACL; Schema: supervision; Owner: -
--

GRANT SELECT,INSERT ON TABLE supervision.override TO anxin_worker;


--
-- Name: FUNCTION subject_measure(as_of date); Type: ACL; Schema: supervision; Owner: -
--

REVOKE ALL ON FUNCTION supervision.subject_measure(as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION supervision.subject_measure(as_of date) TO anxin_worker;


--
-- Name: FUNCTION plan_candidate(plan_year integer, agency_code text, as_of date); Type: ACL; Schema: supervision; Owner: -
--

REVOKE ALL ON FUNCTION supervision.plan_candidate(plan_year integer, agency_code text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION supervision.plan_candidate(plan_year integer, agency_code text, as_of date) TO anxin_worker;


--
-- Name: TABLE document_number; Type: ACL; Schema: cases; Owner: -
--

GRANT SELECT,INSERT ON TABLE cases.document_number TO anxin_worker;


--
-- Name: TABLE act_key; Type: ACL; Schema: intake; Owner: -
--

GRANT SELECT,INSERT ON TABLE intake.act_key TO anxin_worker;


--
-- Name: TABLE document; Type: ACL; Schema: intake; Owner: -
--

GRANT SELECT,INSERT ON TABLE intake.document TO anxin_worker;


--
-- Name: TABLE file; Type: ACL; Schema: intake; Owner: -
--

GRANT SELECT,INSERT ON TABLE intake.file TO anxin_worker;


--
-- Name: TABLE reject; Type: ACL; Schema: intake; Owner: -
--

GRANT SELECT,INSERT ON TABLE intake.reject TO anxin_worker;


--
-- Name: TABLE seal; Type: ACL; Schema: intake; Owner: -
--

GRANT SELECT,INSERT ON TABLE intake.seal TO anxin_worker;


--
-- Name: TABLE vouched_code; Type: ACL; Schema: intake; Owner: -
--

GRANT SELECT,INSERT ON TABLE intake.vouched_code TO anxin_worker;


--
-- Name: TABLE parameter_name; Type: ACL; Schema: law; Owner: -
--

GRANT SELECT ON TABLE law.parameter_name TO anxin_worker;
GRANT SELECT ON TABLE law.parameter_name TO anxin_officer;


--
-- Name: TABLE form; Type: ACL; Schema: lists; Owner: -
--

GRANT SELECT,INSERT ON TABLE lists.form TO anxin_worker;


--
-- Name: TABLE form_line; Type: ACL; Schema: lists; Owner: -
--

GRANT SELECT,INSERT ON TABLE lists.form_line TO anxin_worker;


--
-- Name: TABLE applied_migration; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.applied_migration TO anxin_worker;
GRANT SELECT ON TABLE ops.applied_migration TO anxin_officer;
GRANT SELECT ON TABLE ops.applied_migration TO anxin_publisher;
GRANT SELECT ON TABLE ops.applied_migration TO anxin_revealer;


--
-- Name: TABLE applied_object; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.applied_object TO anxin_worker;
GRANT SELECT ON TABLE ops.applied_object TO anxin_officer;
GRANT SELECT ON TABLE ops.applied_object TO anxin_publisher;
GRANT SELECT ON TABLE ops.applied_object TO anxin_revealer;


--
-- Name: TABLE identity_key; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,INSERT ON TABLE ops.identity_key TO anxin_worker;


--
-- Name: TABLE job_run; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,INSERT ON TABLE ops.job_run TO anxin_worker;


--
-- Name: TABLE officer_role; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,INSERT ON TABLE ops.officer_role TO anxin_worker;
GRANT SELECT ON TABLE ops.officer_role TO anxin_officer;


--
-- Name: TABLE officer_role_end; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT,INSERT ON TABLE ops.officer_role_end TO anxin_worker;
GRANT SELECT ON TABLE ops.officer_role_end TO anxin_officer;


--
-- Name: TABLE role_in_force; Type: ACL; Schema: ops; Owner: -
--

GRANT SELECT ON TABLE ops.role_in_force TO anxin_worker;
GRANT SELECT ON TABLE ops.role_in_force TO anxin_officer;


--
-- Name: TABLE read_back; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.read_back TO anxin_worker;
GRANT SELECT ON TABLE publication.read_back TO anxin_publisher;


--
-- Name: TABLE receipt; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.receipt TO anxin_worker;
GRANT SELECT ON TABLE publication.receipt TO anxin_publisher;


--
-- Name: TABLE replay; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.replay TO anxin_worker;
GRANT SELECT ON TABLE publication.replay TO anxin_publisher;


--
-- Name: TABLE send_journal; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.send_journal TO anxin_worker;
GRANT SELECT ON TABLE publication.send_journal TO anxin_publisher;


--
-- Name: COLUMN send_journal.system_identifier; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(system_identifier) ON TABLE publication.send_journal TO anxin_worker;


--
-- Name: COLUMN send_journal.timeline_id; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(timeline_id) ON TABLE publication.send_journal TO anxin_worker;


--
-- Name: COLUMN send_journal.mark; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(mark) ON TABLE publication.send_journal TO anxin_worker;


--
-- Name: COLUMN send_journal.replay_id; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(replay_id) ON TABLE publication.send_journal TO anxin_worker;


--
-- Name: COLUMN send_journal.act_id; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(act_id) ON TABLE publication.send_journal TO anxin_worker;


--
-- Name: COLUMN send_journal.accepted_at; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(accepted_at) ON TABLE publication.send_journal TO anxin_worker;


--
-- Name: TABLE stray; Type: ACL; Schema: publication; Owner: -
--

GRANT SELECT,INSERT ON TABLE publication.stray TO anxin_worker;
GRANT SELECT ON TABLE publication.stray TO anxin_publisher;


--
-- Name: COLUMN stray.version; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(version) ON TABLE publication.stray TO anxin_worker;


--
-- Name: COLUMN stray.withdraw_version; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(withdraw_version) ON TABLE publication.stray TO anxin_worker;


--
-- Name: COLUMN stray.state; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(state) ON TABLE publication.stray TO anxin_worker;


--
-- Name: COLUMN stray.last_fault; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(last_fault) ON TABLE publication.stray TO anxin_worker;


--
-- Name: COLUMN stray.settled_at; Type: ACL; Schema: publication; Owner: -
--

GRANT UPDATE(settled_at) ON TABLE publication.stray TO anxin_worker;


--
-- Name: TABLE record_claim; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT,INSERT ON TABLE records.record_claim TO anxin_worker;


--
-- Name: TABLE record_version; Type: ACL; Schema: records; Owner: -
--

GRANT SELECT ON TABLE records.record_version TO anxin_worker;


--
-- Name: TABLE identifier_claim; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.identifier_claim TO anxin_worker;


--
-- Name: TABLE licence; Type: ACL; Schema: register; Owner: -
--

GRANT SELECT,INSERT ON TABLE register.licence TO anxin_worker;


--
-- Name: TABLE deadline; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.deadline TO anxin_analyst;
GRANT SELECT ON TABLE reports.deadline TO anxin_worker;
GRANT SELECT ON TABLE reports.deadline TO anxin_officer;


--
-- Name: TABLE grade_history; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.grade_history TO anxin_analyst;
GRANT SELECT ON TABLE reports.grade_history TO anxin_worker;
GRANT SELECT ON TABLE reports.grade_history TO anxin_officer;


--
-- Name: TABLE issued_document; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.issued_document TO anxin_analyst;
GRANT SELECT ON TABLE reports.issued_document TO anxin_worker;
GRANT SELECT ON TABLE reports.issued_document TO anxin_officer;


--
-- Name: TABLE membership; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.membership TO anxin_analyst;
GRANT SELECT ON TABLE reports.membership TO anxin_worker;
GRANT SELECT ON TABLE reports.membership TO anxin_officer;


--
-- Name: TABLE plan_line; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.plan_line TO anxin_analyst;
GRANT SELECT ON TABLE reports.plan_line TO anxin_worker;
GRANT SELECT ON TABLE reports.plan_line TO anxin_officer;


--
-- Name: TABLE plan_population; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.plan_population TO anxin_analyst;
GRANT SELECT ON TABLE reports.plan_population TO anxin_worker;
GRANT SELECT ON TABLE reports.plan_population TO anxin_officer;


--
-- Name: TABLE publication; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.publication TO anxin_analyst;
GRANT SELECT ON TABLE reports.publication TO anxin_worker;
GRANT SELECT ON TABLE reports.publication TO anxin_officer;


--
-- Name: TABLE subject; Type: ACL; Schema: reports; Owner: -
--

GRANT SELECT ON TABLE reports.subject TO anxin_analyst;
GRANT SELECT ON TABLE reports.subject TO anxin_worker;
GRANT SELECT ON TABLE reports.subject TO anxin_officer;


--
-- PostgreSQL database dump complete
--


