#include "cglpk.h"
#include <glpk.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <string.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
    jmp_buf failed;
    const cglpk_model *model;
    const cglpk_options *options;
    cglpk_result *result;
    double *scratch;       /* columns + 1 and the cutoff's, from 1, for glp_ios_heur_sol */
    double started, last_report;
    int offered, stop;
} context;

/* GLPK's cover cuts use static variables: never two at once. */
static pthread_mutex_t cover_cuts_lock = PTHREAD_MUTEX_INITIALIZER;

const char *cglpk_version(void) { return glp_version(); }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static int on_text(void *info, const char *text) {
    cglpk_result *result = ((context *)info)->result;
    if (glp_at_error()) {
        size_t used = strlen(result->message);
        strncat(result->message, text, sizeof result->message - used - 1);
    }
    return 1;
}

static void on_error(void *info) { longjmp(((context *)info)->failed, 1); }

static int bound_type(double lower, double upper) {
    if (lower == upper) return GLP_FX;
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    return isinf(upper) ? GLP_LO : GLP_DB;
}

static glp_prob *build(const cglpk_model *m, const cglpk_options *o) {
    /* One column more than the model's, fixed to 0 and worth the cutoff. Only the stand-in of a
       cutoff sets it to 1, which GLPK does not check. */
    glp_prob *p = glp_create_prob();
    glp_set_obj_dir(p, GLP_MIN);
    glp_set_obj_coef(p, 0, m->constant);
    glp_add_cols(p, m->columns + 1);
    glp_set_col_bnds(p, m->columns + 1, GLP_FX, 0, 0);
    glp_set_obj_coef(p, m->columns + 1, o->has_cutoff ? o->cutoff - m->constant : 0);
    for (int j = 0; j < m->columns; j++) {
        if (m->is_integer[j]) glp_set_col_kind(p, j + 1, GLP_IV);
        glp_set_col_bnds(p, j + 1, bound_type(m->lower[j], m->upper[j]), m->lower[j], m->upper[j]);
        glp_set_obj_coef(p, j + 1, m->cost[j]);
    }
    if (m->rows > 0) glp_add_rows(p, m->rows);
    int *index = glp_alloc(m->columns + 1, sizeof(int));
    double *value = glp_alloc(m->columns + 1, sizeof(double));
    for (int i = 0; i < m->rows; i++) {
        int n = 0;
        for (int k = m->row_begin[i]; k < m->row_begin[i + 1]; k++) {
            index[++n] = m->column[k] + 1;
            value[n] = m->value[k];
        }
        glp_set_mat_row(p, i + 1, n, index, value);
        glp_set_row_bnds(p, i + 1, bound_type(m->row_lower[i], m->row_upper[i]), m->row_lower[i], m->row_upper[i]);
    }
    glp_free(index);
    glp_free(value);
    return p;
}

static void note_bound(glp_tree *tree, context *c) {
    int best = glp_ios_best_node(tree);
    if (best == 0) return;
    c->result->bound = glp_ios_node_bound(tree, best);
    c->result->has_bound = fabs(c->result->bound) < HUGE_VAL && c->result->bound > -1e300;
}

static void stop(glp_tree *tree, context *c, int status) {
    c->stop = 1;
    c->result->status = status;
    glp_ios_terminate(tree);
}

/* Whether there is a solution, and not only the stand-in of a cutoff. */
static int is_wanted(glp_prob *p, const context *c) {
    if (glp_mip_status(p) != GLP_OPT && glp_mip_status(p) != GLP_FEAS) return 0;
    return glp_mip_col_val(p, c->model->columns + 1) == 0;
}

static void report(glp_tree *tree, context *c) {
    double seconds = now() - c->started;
    if (c->options->progress == NULL || seconds - c->last_report < 0.1) return;
    c->last_report = seconds;
    glp_prob *p = glp_ios_get_prob(tree);
    cglpk_progress progress = {.seconds = seconds, .bound = c->result->bound, .has_bound = c->result->has_bound,
                               .nodes = c->result->nodes};
    progress.has_incumbent = is_wanted(p, c);
    if (progress.has_incumbent) progress.incumbent = glp_mip_obj_val(p);
    if (c->options->progress(c->options->info, &progress)) stop(tree, c, CGLPK_CANCELLED);
}

/* Offers, once, what the caller knows: the stand-in of a cutoff, then the incumbent. */
static void offer(glp_tree *tree, context *c) {
    const cglpk_options *o = c->options;
    int columns = c->model->columns;
    if (c->offered) return;
    c->offered = 1;
    if (o->has_cutoff) {
        memset(c->scratch, 0, (columns + 1) * sizeof(double));
        c->scratch[columns + 1] = 1;
        glp_ios_heur_sol(tree, c->scratch);
    }
    c->scratch[columns + 1] = 0;
    if (o->first_incumbent != NULL) {
        memcpy(c->scratch + 1, o->first_incumbent, columns * sizeof(double));
        glp_ios_heur_sol(tree, c->scratch);
    }
}

static void on_event(glp_tree *tree, void *info) {
    context *c = info;
    glp_ios_tree_size(tree, NULL, NULL, &c->result->nodes);
    note_bound(tree, c);
    if (c->stop) return;
    if (glp_ios_reason(tree) == GLP_IHEUR) offer(tree, c);
    if (glp_ios_reason(tree) == GLP_ISELECT && c->options->node_limit > 0
        && c->result->nodes > c->options->node_limit) {
        stop(tree, c, CGLPK_NODE_LIMIT);
        return;
    }
    glp_prob *p = glp_ios_get_prob(tree);
    if (c->result->has_bound && is_wanted(p, c) && c->options->absolute_gap > 0
        && glp_mip_obj_val(p) - c->result->bound <= c->options->absolute_gap) {
        stop(tree, c, CGLPK_OPTIMAL);
        return;
    }
    report(tree, c);
}

static int milliseconds_left(const context *c) {
    if (c->options->time_limit <= 0) return 0x7fffffff;
    double left = 1000 * (c->options->time_limit - (now() - c->started));
    return left < 1 ? 1 : left > 2e9 ? 0x7fffffff : (int)left;
}

/* Solves the root relaxation; 0 when branch and bound may go on. */
static int relax(glp_prob *p, context *c) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = GLP_DUALP;
    parameters.tm_lim = milliseconds_left(c);
    glp_scale_prob(p, GLP_SF_EQ | GLP_SF_2N);
    glp_adv_basis(p, 0);
    int code = glp_simplex(p, &parameters);
    if (code == GLP_ETMLIM) c->result->status = CGLPK_TIME_LIMIT;
    else if (code == GLP_EBOUND) c->result->status = CGLPK_INFEASIBLE;
    else if (code != 0) c->result->status = CGLPK_FAILED;
    else if (glp_get_status(p) == GLP_OPT) return 0;
    else if (glp_get_status(p) == GLP_UNBND) c->result->status = CGLPK_UNBOUNDED;
    else c->result->status = glp_get_status(p) == GLP_NOFEAS ? CGLPK_INFEASIBLE : CGLPK_FAILED;
    return 1;
}

static void branch(glp_prob *p, context *c) {
    const cglpk_options *o = c->options;
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.tol_int = 1e-7;
    parameters.tol_obj = 1e-10;
    parameters.tm_lim = milliseconds_left(c);
    parameters.br_tech = o->branching;
    parameters.bt_tech = o->backtracking;
    parameters.mir_cuts = o->mir_cuts ? GLP_ON : GLP_OFF;
    parameters.gmi_cuts = o->gomory_cuts ? GLP_ON : GLP_OFF;
    parameters.cov_cuts = o->cover_cuts ? GLP_ON : GLP_OFF;
    parameters.clq_cuts = o->clique_cuts ? GLP_ON : GLP_OFF;
    parameters.sr_heur = o->rounding_heuristic ? GLP_ON : GLP_OFF;
    parameters.cb_func = on_event;
    parameters.cb_info = c;
    c->result->bound = glp_get_obj_val(p);
    c->result->has_bound = 1;
    c->result->status = CGLPK_FAILED;
    int code = glp_intopt(p, &parameters);
    if (code == 0) c->result->status = glp_mip_status(p) == GLP_OPT ? CGLPK_OPTIMAL : CGLPK_INFEASIBLE;
    else if (code == GLP_ETMLIM) c->result->status = CGLPK_TIME_LIMIT;
    if (code == 0 && c->options->has_cutoff) c->result->bound = c->options->cutoff;
    if (!is_wanted(p, c)) {
        if (code == 0) c->result->status = CGLPK_INFEASIBLE;
        return;
    }
    c->result->has_solution = 1;
    c->result->objective = glp_mip_obj_val(p);
    for (int j = 0; j < c->model->columns; j++) c->result->values[j] = glp_mip_col_val(p, j + 1);
    if (code == 0) c->result->bound = c->result->objective;
}

static void solve_guarded(context *c) {
    glp_free_env();
    if (setjmp(c->failed)) {
        c->result->status = CGLPK_FAILED;
        c->result->has_solution = 0;
        glp_free_env();
        return;
    }
    glp_init_env();
    glp_term_hook(on_text, c);
    glp_error_hook(on_error, c);
    if (c->options->memory_mib > 0) glp_mem_limit(c->options->memory_mib);
    glp_prob *p = build(c->model, c->options);
    if (!relax(p, c)) branch(p, c);
    glp_delete_prob(p);
    glp_free_env();
}

void cglpk_solve(const cglpk_model *model, const cglpk_options *options, cglpk_result *result) {
    context c = {.model = model, .options = options, .result = result, .started = now(), .last_report = -1};
    result->status = CGLPK_FAILED;
    result->has_solution = result->has_bound = result->nodes = 0;
    result->message[0] = 0;
    c.scratch = calloc(model->columns + 2, sizeof(double));
    if (c.scratch != NULL) {
        if (options->cover_cuts) pthread_mutex_lock(&cover_cuts_lock);
        solve_guarded(&c);
        if (options->cover_cuts) pthread_mutex_unlock(&cover_cuts_lock);
    }
    free(c.scratch);
}
