/* The state of one search, shared by its parts. Columns and rows count from 1, as GLPK does.
   All memory is GLPK's, so that freeing the environment frees it, after a jump too. */
#ifndef CGLPK_SEARCH_H
#define CGLPK_SEARCH_H

#include "cglpk.h"
#include <glpk.h>
#include <setjmp.h>

/* Statuses of rows, then of columns; shared by the two children of a node. */
typedef struct {
    int rows, references;
    unsigned char status[];
} basis;

typedef struct {
    int column;
    double lower, upper;
} bounds;

typedef struct node node;
struct node {
    node *parent;
    int references;           /* from children and from the list of open nodes */
    double bound;             /* objective of the parent's relaxation */
    int column, direction;    /* how it came from its parent; 0 at the root */
    double distance;          /* from the parent's value of the column to its bound here */
    basis *start;             /* the parent's last basis; NULL where memory is short */
    bounds *narrowed;         /* columns with other bounds than in the parent */
    int narrowed_count;
};

typedef struct {
    double gain, count;       /* sum of objective per unit, and how often */
} pseudocost;

enum { DOWN, UP };
enum { RELAXED, CUT_OFF, UNFINISHED, BROKEN };

typedef struct {
    jmp_buf failed;
    const cglpk_model *model;
    const cglpk_options *options;
    cglpk_result *result;
    double started, last_report;
    int stopped;

    glp_prob *relaxation;
    int columns;
    double *lower, *upper;            /* of the relaxation now */
    double *first_lower, *first_upper;  /* at the root */
    double *goal_lower, *goal_upper;  /* of the node to enter */
    double *values;                   /* of the relaxation's columns */
    double *answer;                   /* the same, for the caller, integers rounded, from 0 */
    int *cut_columns;                 /* the caller's cut, from 0 */
    double *cut_values;
    double cutoff;

    node **open;                      /* a heap, the smallest bound first */
    int open_count, open_room;
    long basis_bytes;

    pseudocost *costs[2];             /* DOWN and UP, per column */
    pseudocost average[2];
    int *candidates;
    double *scores;
} search;

/* relaxation.c */
int is_integer(const search *s, int column);
double fraction(const search *s, int column);
int is_hopeless(const search *s, double bound);
int relax(search *s, int iteration_limit);
void bound_column(search *s, int column, double lower, double upper);
int add_row(search *s, int terms, const int *index, const double *value, double lower, double upper);
basis *save_basis(search *s);
void load_basis(search *s, const basis *b);
void drop_basis(search *s, basis *b);

/* cuts.c */
void strengthen(search *s);

/* tree.c */
node *make_node(node *parent, basis *start);
void release(search *s, node *n);
void push_open(search *s, node *n);
node *take_best(search *s);
void enter(search *s, const node *n);
void note_bounds(node *n, int column, double lower, double upper);
void narrow_node(search *s, node *n, int column, double lower, double upper);

/* branching.c */
enum { BRANCH, AGAIN, HOPELESS, INTEGRAL };
int choose_column(search *s, node *n, double objective, const basis *last, int *column);
void learn(search *s, int direction, int column, double gain, double distance);

/* search.c */
void branch_and_bound(search *s);
int is_interrupted(search *s);
double seconds_since(double start);
double now(void);

#endif
