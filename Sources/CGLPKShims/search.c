/* Branch and bound: best bound first, each time as deep as it goes. Nothing in it depends on the
   clock but the time limit. */
#include "search.h"
#include <math.h>
#include <string.h>
#include <time.h>

/* The largest memory for bases of open nodes, bytes. */
static const long most_basis_bytes = 1L << 30;

double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

double seconds_since(double start) { return now() - start; }

static void stop(search *s, int status) {
    if (s->stopped) return;
    s->stopped = 1;
    s->result->status = status;
}

static void report(search *s, double seconds) {
    cglpk_result *r = s->result;
    cglpk_progress progress = {
        .has_incumbent = r->has_solution, .incumbent = r->objective, .has_bound = r->has_bound,
        .bound = r->bound, .nodes = r->nodes, .seconds = seconds};
    if (s->options->progress(s->options->info, &progress)) stop(s, CGLPK_CANCELLED);
}

/* Looks at the clock, at the caller's wish to stop and at the time limit. */
int is_interrupted(search *s) {
    double seconds = seconds_since(s->started);
    if (s->options->time_limit > 0 && seconds >= s->options->time_limit) stop(s, CGLPK_TIME_LIMIT);
    if (s->options->progress != NULL && seconds - s->last_report >= 0.1) {
        s->last_report = seconds;
        report(s, seconds);
    }
    return s->stopped;
}

static void note_bound(search *s, const node *current) {
    double bound = current->bound;
    if (s->open_count > 0 && s->open[0]->bound < bound) bound = s->open[0]->bound;
    s->result->bound = bound;
    s->result->has_bound = bound > -1e300;
    const cglpk_result *r = s->result;
    if (r->has_solution && s->options->absolute_gap > 0 && r->objective - bound <= s->options->absolute_gap)
        stop(s, CGLPK_OPTIMAL);
}

static double read_values(search *s) {
    for (int j = 1; j <= s->columns; j++) {
        double value = s->values[j] = glp_get_col_prim(s->relaxation, j);
        s->answer[j - 1] = is_integer(s, j) ? floor(value + 0.5) : value;
    }
    return glp_get_obj_val(s->relaxation);
}

/* Fixes columns whose other bound would cost more than is left up to the cutoff. */
static void fix_by_reduced_costs(search *s, node *n, double objective) {
    if (!(s->cutoff < HUGE_VAL)) return;
    double left = s->cutoff - objective + 1e-9 * (1 + fabs(s->cutoff));
    for (int j = 1; j <= s->columns; j++) {
        if (!is_integer(s, j) || s->upper[j] - s->lower[j] != 1) continue;
        int state = glp_get_col_stat(s->relaxation, j);
        if (state == GLP_BS || fabs(glp_get_col_dual(s->relaxation, j)) <= left) continue;
        double value = state == GLP_NU ? s->upper[j] : s->lower[j];
        narrow_node(s, n, j, value, value);
    }
}

static void add_cut(search *s, const cglpk_verdict *v) {
    int *index = glp_alloc(v->terms + 1, sizeof(int));
    double *value = glp_alloc(v->terms + 1, sizeof(double));
    for (int k = 0; k < v->terms; k++) {
        index[k + 1] = v->column[k] + 1;
        value[k + 1] = v->value[k];
    }
    add_row(s, v->terms, index, value, v->lower, v->upper);
    glp_free(index);
    glp_free(value);
}

/* Shows an integer solution to the caller; whether the node is to be solved again. */
static int offer(search *s, double objective) {
    cglpk_verdict verdict = {.is_incumbent = 1, .has_cutoff = 1, .cutoff = objective};
    if (s->options->judge != NULL) {
        verdict = (cglpk_verdict){.column = s->cut_columns, .value = s->cut_values};
        s->options->judge(s->options->info, s->answer, objective, &verdict);
    }
    if (verdict.is_incumbent) {
        memcpy(s->result->values, s->answer, s->columns * sizeof(double));
        s->result->objective = objective;
        s->result->has_solution = 1;
    }
    if (verdict.has_cutoff) s->cutoff = verdict.cutoff;
    if (verdict.stop) stop(s, CGLPK_CANCELLED);
    if (verdict.terms > 0) add_cut(s, &verdict);
    return verdict.terms > 0 && !s->stopped;
}

static node *make_child(search *s, node *n, int column, int direction, double objective, basis *last) {
    node *child = make_node(n, s->basis_bytes > most_basis_bytes ? NULL : last);
    double value = s->values[column];
    child->bound = objective;
    child->column = column;
    child->direction = direction;
    child->distance = direction == DOWN ? value - floor(value) : ceil(value) - value;
    if (direction == DOWN) note_bounds(child, column, s->lower[column], floor(value));
    else note_bounds(child, column, ceil(value), s->upper[column]);
    return child;
}

/* Makes both children; the nearer one is gone on with. */
static node *split(search *s, node *n, int column, double objective, basis *last) {
    node *down = make_child(s, n, column, DOWN, objective, last);
    node *up = make_child(s, n, column, UP, objective, last);
    int goes_up = fraction(s, column) > 0.5;
    push_open(s, goes_up ? down : up);
    return goes_up ? up : down;
}

/* Solves a node; the child to go on with, NULL where there is none. */
static node *visit(search *s, node *n) {
    enter(s, n);
    while (!s->stopped) {
        int state = relax(s, 0);
        if (state == CUT_OFF) return NULL;
        if (state != RELAXED) {
            stop(s, state == BROKEN ? CGLPK_FAILED : CGLPK_TIME_LIMIT);
            return NULL;
        }
        double objective = read_values(s);
        if (n->column > 0) learn(s, n->direction, n->column, objective - n->bound, n->distance);
        n->column = 0;
        fix_by_reduced_costs(s, n, objective);
        basis *last = save_basis(s);
        int column = 0, found = choose_column(s, n, objective, last, &column);
        node *child = found == BRANCH ? split(s, n, column, objective, last) : NULL;
        drop_basis(s, last);
        if (found == BRANCH || found == HOPELESS) return child;
        if (found == INTEGRAL && !offer(s, objective)) return NULL;
    }
    return NULL;
}

static void explore(search *s) {
    node *next = make_node(NULL, NULL);
    next->bound = glp_get_obj_val(s->relaxation);
    while (next != NULL || s->open_count > 0) {
        node *current = next != NULL ? next : take_best(s);
        next = NULL;
        note_bound(s, current);
        if (s->options->node_limit > 0 && s->result->nodes >= s->options->node_limit)
            stop(s, CGLPK_NODE_LIMIT);
        if (is_interrupted(s)) return;
        if (!is_hopeless(s, current->bound)) {
            s->result->nodes++;
            next = visit(s, current);
        }
        if (s->stopped) return;
        release(s, current);
    }
}

/* Solves the root relaxation; whether the search may go on. */
static int solve_root(search *s) {
    glp_scale_prob(s->relaxation, GLP_SF_EQ | GLP_SF_2N);
    glp_adv_basis(s->relaxation, 0);
    int state = relax(s, 0);
    if (state == RELAXED) {
        s->result->bound = glp_get_obj_val(s->relaxation);
        return s->result->has_bound = 1;
    }
    if (state == UNFINISHED) stop(s, CGLPK_TIME_LIMIT);
    else if (state == BROKEN)
        stop(s, glp_get_status(s->relaxation) == GLP_UNBND ? CGLPK_UNBOUNDED : CGLPK_FAILED);
    return 0;
}

/* The whole search; the answer is in the result. */
void branch_and_bound(search *s) {
    cglpk_result *r = s->result;
    if (solve_root(s)) {
        strengthen(s);
        explore(s);
    }
    if (s->stopped) return;
    r->status = r->has_solution ? CGLPK_OPTIMAL : CGLPK_INFEASIBLE;
    r->bound = r->has_solution ? r->objective : s->cutoff;
    r->has_bound = fabs(r->bound) < HUGE_VAL;
}
